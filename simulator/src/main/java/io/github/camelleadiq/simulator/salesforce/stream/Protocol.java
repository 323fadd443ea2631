/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.stream;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.BayeuxContext;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.SecurityPolicy;
import org.cometd.bayeux.server.ServerChannel;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;

/** What Salesforce adds to Bayeux: a login for each message, and subscriptions that replay. */
final class Protocol implements BayeuxServer.Extension, SecurityPolicy {
    private static final String REPLAY = "replay";
    private static final String INVALID_TOKEN = "401::Authentication invalid";

    private final Predicate<String> authorized;
    private final Subscriptions subscriptions;

    /** @param authorized whether an {@code Authorization} header, perhaps null, is let in */
    Protocol(Predicate<String> authorized, Subscriptions subscriptions) {
        this.authorized = authorized;
        this.subscriptions = subscriptions;
    }

    @Override
    public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
        if (isAuthorized(message)) {
            return true;
        }
        ServerMessage.Mutable reply = ((ServerMessage.Mutable) message).getAssociated();
        reply.getExt(true).put("sfdc", Map.of("failureReason", INVALID_TOKEN));
        SalesforceBayeux.noReconnect(reply);
        return false;
    }

    /** Only a subscription that has been checked before gets here. */
    @Override
    public boolean canCreate(BayeuxServer server, ServerSession session, String channel, ServerMessage message) {
        return subscriptions.isKnown(channel);
    }

    @Override
    public boolean canSubscribe(
            BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
        return subscriptions.isKnown(channel.getId());
    }

    @Override
    public boolean canPublish(
            BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
        return session != null && session.isLocalSession();
    }

    @Override
    public boolean rcvMeta(ServerSession session, ServerMessage.Mutable message) {
        return switch (message.getChannel()) {
            case Channel.META_CONNECT -> connect(session, message);
            case Channel.META_SUBSCRIBE -> subscribe(session, message);
            case Channel.META_UNSUBSCRIBE -> unsubscribe(session, message);
            default -> true;
        };
    }

    @Override
    public boolean sendMeta(ServerSession session, ServerMessage.Mutable message) {
        if (Channel.META_HANDSHAKE.equals(message.getChannel())) {
            message.getExt(true).put(REPLAY, true);
            message.getExt(true).put("payload.format", true);
        }
        return true;
    }

    private boolean connect(ServerSession session, ServerMessage.Mutable message) {
        if (session != null && SalesforceBayeux.lost(session) != null) {
            SalesforceBayeux.reconnectByHandshake(message.getAssociated());
            return SalesforceBayeux.refuse(message, SalesforceBayeux.lost(session));
        }
        if (session == null || isAuthorized(message)) {
            return true;
        }
        SalesforceBayeux.noReconnect(message.getAssociated());
        return SalesforceBayeux.refuse(message, INVALID_TOKEN);
    }

    private boolean subscribe(ServerSession session, ServerMessage.Mutable message) {
        if (session == null) {
            return true;
        }
        if (SalesforceBayeux.lost(session) != null) {
            return SalesforceBayeux.refuse(message, SalesforceBayeux.lost(session));
        }
        for (String channel : channels(message)) {
            if (!subscriptions.isKnown(channel)) {
                return SalesforceBayeux.refuse(
                        message,
                        "403:denied_by_security_policy:create_denied: the channel " + channel + " does not exist");
            }
            long replayId = replayId(message, channel);
            if (!subscriptions.add(session, channel, replayId)) {
                return SalesforceBayeux.refuse(
                        message,
                        "400::The replayId {" + replayId + "} you provided was invalid.  Please provide a valid ID, "
                                + "-2 to replay all events, or -1 to replay only new events.");
            }
        }
        return true;
    }

    private boolean unsubscribe(ServerSession session, ServerMessage.Mutable message) {
        if (session != null) {
            channels(message).forEach(channel -> subscriptions.remove(session, channel));
        }
        return true;
    }

    private boolean isAuthorized(ServerMessage message) {
        BayeuxContext context = message.getBayeuxContext();
        return context != null && authorized.test(context.getHeader("Authorization"));
    }

    private static long replayId(ServerMessage message, String channel) {
        Map<String, Object> ext = message.getExt();
        return ext != null && ext.get(REPLAY) instanceof Map<?, ?> ids && ids.get(channel) instanceof Number id
                ? id.longValue()
                : -1;
    }

    private static List<String> channels(ServerMessage message) {
        Object subscription = message.get(Message.SUBSCRIPTION_FIELD);
        if (subscription instanceof Object[] several) {
            return List.of(several).stream().map(String::valueOf).toList();
        }
        return subscription instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(subscription));
    }
}
