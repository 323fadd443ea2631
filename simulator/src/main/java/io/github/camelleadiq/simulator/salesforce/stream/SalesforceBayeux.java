/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.stream;

import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ServerMessageImpl;
import org.cometd.server.ServerSessionImpl;

/** A CometD server that words its refusals as Salesforce does. */
final class SalesforceBayeux extends BayeuxServerImpl {
    private static final String LOST = "lost";

    /** Refuses all that the client of a session asks for from now on with this error; time removes the session. */
    void lose(ServerSession session, String error) {
        session.setAttribute(LOST, error);
        // ends the connect that is held open
        ((ServerSessionImpl) session).flush();
    }

    /** The error that awaits the client of a lost session, or null. */
    static String lost(ServerSession session) {
        return (String) session.getAttribute(LOST);
    }

    @Override
    protected void unknownSession(ServerMessage.Mutable reply) {
        super.unknownSession(reply);
        reply.put(Message.ERROR_FIELD, "403::Unknown client");
    }

    /** Answers a message with an error, in place of the usual handling. Returns false for an extension to return. */
    static boolean refuse(ServerMessage.Mutable message, String error) {
        ServerMessage.Mutable reply = message.getAssociated();
        reply.put(Message.ERROR_FIELD, error);
        reply.setSuccessful(false);
        ((ServerMessageImpl) reply).setHandled(true);
        return false;
    }

    /** Tells the client to begin again. */
    static void reconnectByHandshake(ServerMessage.Mutable reply) {
        reply.getAdvice(true).put(Message.RECONNECT_FIELD, Message.RECONNECT_HANDSHAKE_VALUE);
        reply.getAdvice(true).put(Message.INTERVAL_FIELD, 0);
    }

    /** Tells the client not to come back on its own. */
    static void noReconnect(ServerMessage.Mutable reply) {
        reply.getAdvice(true).put(Message.RECONNECT_FIELD, Message.RECONNECT_NONE_VALUE);
        reply.getAdvice(true).put(Message.INTERVAL_FIELD, 0);
    }
}
