/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSession;
import org.cometd.bayeux.client.ClientSessionChannel;
import org.cometd.client.BayeuxClient;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.util.component.LifeCycle;

/** A real CometD client that asks for replay as Salesforce wants it. */
final class Listener implements AutoCloseable {
    private final HttpClient http = new HttpClient();
    private final BayeuxClient client;
    private final Map<String, Object> replay = new HashMap<>();
    private final List<Object> received = new CopyOnWriteArrayList<>();
    private final List<Message> replies = new CopyOnWriteArrayList<>();
    private final ClientSessionChannel.MessageListener receiver = (channel, message) -> received.add(message.getData());

    Listener(SalesforceSimulator simulator, Supplier<String> token) throws Exception {
        http.start();
        client =
                new BayeuxClient(simulator.url() + "/cometd/60.0", new JettyHttpClientTransport(new HashMap<>(), http) {
                    @Override
                    protected void customize(Request request) {
                        request.headers(headers -> headers.put("Authorization", "OAuth " + token.get()));
                    }
                });
        client.addExtension(new ClientSession.Extension() {
            @Override
            public boolean sendMeta(ClientSession session, Message.Mutable message) {
                if (Channel.META_SUBSCRIBE.equals(message.getChannel())) {
                    message.getExt(true).put("replay", replay);
                }
                return true;
            }
        });
        for (String meta : List.of(Channel.META_HANDSHAKE, Channel.META_CONNECT, Channel.META_DISCONNECT)) {
            client.getChannel(meta)
                    .addListener((ClientSessionChannel.MessageListener) (channel, message) -> replies.add(message));
        }
    }

    Listener handshake() {
        client.handshake();
        client.waitFor(5_000, BayeuxClient.State.CONNECTED, BayeuxClient.State.DISCONNECTED);
        return this;
    }

    /** Waits for the answer, and returns it. */
    Message subscribe(String channel, long replayId) throws Exception {
        replay.put(channel, replayId);
        CompletableFuture<Message> answer = new CompletableFuture<>();
        client.getChannel(channel).subscribe(receiver, answer::complete);
        return answer.get(5, TimeUnit.SECONDS);
    }

    /** Waits for the answer: two requests on their way can arrive in any order. */
    Message unsubscribe(String channel) throws Exception {
        CompletableFuture<Message> answer = new CompletableFuture<>();
        client.getChannel(channel).unsubscribe(receiver, answer::complete);
        return answer.get(5, TimeUnit.SECONDS);
    }

    List<Object> received() {
        return received;
    }

    /** Answers to handshake, connect and disconnect. */
    List<Message> replies() {
        return replies;
    }

    boolean isConnected() {
        return client.isConnected();
    }

    /** Headers of what was received. */
    List<Map<String, Object>> headers() {
        List<Map<String, Object>> headers = new ArrayList<>();
        received.forEach(data -> headers.add(at(data, "payload", "ChangeEventHeader")));
        return headers;
    }

    @SuppressWarnings("unchecked")
    static <T> T at(Object data, String... path) {
        Object value = data;
        for (String name : path) {
            value = ((Map<String, Object>) value).get(name);
        }
        return (T) value;
    }

    @Override
    public void close() {
        client.abort();
        LifeCycle.stop(http);
    }
}
