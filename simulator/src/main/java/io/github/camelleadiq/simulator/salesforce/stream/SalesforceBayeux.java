/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.stream;

import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ServerMessageImpl;

/** A CometD server that words its refusals as Salesforce does. */
final class SalesforceBayeux extends BayeuxServerImpl {
    private volatile String unknownClient = "403::Unknown client";

    void unknownClient(String error) {
        unknownClient = error;
    }

    @Override
    protected void unknownSession(ServerMessage.Mutable reply) {
        super.unknownSession(reply);
        if (Channel.META_CONNECT.equals(reply.getChannel())) {
            reply.put(Message.ERROR_FIELD, unknownClient);
        }
    }

    /** Answers a message with an error, in place of the usual handling. Returns false for an extension to return. */
    static boolean refuse(ServerMessage.Mutable message, String error) {
        ServerMessage.Mutable reply = message.getAssociated();
        reply.put(Message.ERROR_FIELD, error);
        reply.setSuccessful(false);
        ((ServerMessageImpl) reply).setHandled(true);
        return false;
    }

    /** Tells the client not to come back on its own. */
    static void noReconnect(ServerMessage.Mutable reply) {
        reply.getAdvice(true).put(Message.RECONNECT_FIELD, Message.RECONNECT_NONE_VALUE);
        reply.getAdvice(true).put(Message.INTERVAL_FIELD, 0);
    }
}
