/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.pacing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;

/** Many exchanges at once, without a thread for each, and what became of them. */
final class Flood {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AsyncProducer producer;
    private final Endpoint endpoint;
    private final List<Exchange> done = new CopyOnWriteArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();

    Flood(CamelContext context, String uri) throws Exception {
        endpoint = context.getEndpoint(uri);
        producer = endpoint.createAsyncProducer();
        producer.start();
    }

    Flood send(int exchanges) {
        for (int i = 0; i < exchanges; i++) {
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage()
                    .setBody(Map.of(
                            "fullName", "Ada Sample " + sent.incrementAndGet(), "company", Map.of("name", "Example")));
            producer.process(exchange, doneSync -> done.add(exchange));
        }
        return this;
    }

    /** Waits until so many were called back. */
    Flood awaitDone(int exchanges) {
        await().atMost(PATIENCE).until(() -> done.size() >= exchanges);
        return this;
    }

    /** All exchanges that were called back; one that was called back twice is there twice. */
    List<Exchange> done() {
        return done;
    }

    List<Exchange> succeeded() {
        return done.stream().filter(exchange -> exchange.getException() == null).toList();
    }

    List<Exception> failures() {
        return done.stream()
                .map(Exchange::getException)
                .filter(exception -> exception != null)
                .toList();
    }
}
