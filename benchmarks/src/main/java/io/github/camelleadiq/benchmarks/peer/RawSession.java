/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.io.IOException;
import java.net.URI;
import java.util.function.BiConsumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;

/** Nothing but the HTTP client and the JSON parser, on the client's own threads: the limit of what a route can do. */
final class RawSession implements Session {

    private static final int IO_THREADS = 2;

    private final URI url;
    private final String authorization = LeadIQSimulator.authorization(LeadIQSimulator.DEMO_KEY);
    private final CloseableHttpAsyncClient client = HttpAsyncClients.custom()
            .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(Peer.CONNECTIONS)
                    .setMaxConnPerRoute(Peer.CONNECTIONS)
                    .build())
            .setIOReactorConfig(
                    IOReactorConfig.custom().setIoThreadCount(IO_THREADS).build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();

    RawSession(URI url) {
        this.url = url;
        client.start();
    }

    @Override
    public void lookup(String email, BiConsumer<SearchResult, Throwable> done) {
        byte[] request;
        try {
            request = SearchPeople.request(email);
        } catch (JsonProcessingException e) {
            done.accept(null, e);
            return;
        }
        client.execute(
                AsyncRequestBuilder.post(url)
                        .addHeader(HttpHeaders.AUTHORIZATION, authorization)
                        .setEntity(request, ContentType.APPLICATION_JSON)
                        .build(),
                new BasicResponseConsumer<>(new BasicAsyncEntityConsumer()),
                new Parsing(done));
    }

    @Override
    public void close() throws InterruptedException {
        client.close(CloseMode.IMMEDIATE);
        client.awaitShutdown(TimeValue.ofSeconds(5));
    }

    private record Parsing(BiConsumer<SearchResult, Throwable> done)
            implements FutureCallback<Message<HttpResponse, byte[]>> {

        @Override
        public void completed(Message<HttpResponse, byte[]> answer) {
            SearchResult result;
            try {
                result = SearchPeople.result(answer.getBody());
            } catch (IOException e) {
                done.accept(null, e);
                return;
            }
            done.accept(result, null);
        }

        @Override
        public void failed(Exception e) {
            done.accept(null, e);
        }

        @Override
        public void cancelled() {
            done.accept(null, new IOException("Cancelled"));
        }
    }
}
