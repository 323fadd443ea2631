/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.subject;

import io.github.camelleadiq.client.credit.JdbcCreditLedger;
import io.github.camelleadiq.model.SearchPeopleInput;
import io.github.camelleadiq.routes.state.H2State;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;

/**
 * Sends lists of lookups. {@code list} sends one, with the credits in a ledger in a database; {@code pace} sends them one
 * after the other, four at a time, and counts what is answered in a window.
 */
public final class BatchMain {

    private static final int LISTS_IN_FLIGHT = 4;

    private final LookupRoute route;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    private BatchMain(LookupRoute route) {
        this.route = route;
    }

    /**
     * @param arguments the URL of the server, the parameters of the endpoint, requests a minute, and the file of the
     *     ledger, or nothing for one in memory
     */
    public static void main(String[] arguments) throws Exception {
        URI url = URI.create(arguments[0]);
        int perMinute = Integer.parseInt(arguments[2]);
        try (H2State database = arguments.length > 3 ? H2State.file(Path.of(arguments[3])) : null;
                LookupRoute route = new LookupRoute(url, arguments[1], options -> {
                    options.setRequestsPerMinute(perMinute);
                    if (database != null) {
                        options.setCreditLedger(new JdbcCreditLedger(database.dataSource()).createTables());
                    }
                })) {
            BatchMain main = new BatchMain(route);
            CommandLoop.serve(Map.of(
                    "list", words -> main.list(Integer.parseInt(words)),
                    "pace", words -> main.pace(words.split(" "))));
        }
        System.exit(0);
    }

    /** How many lookups of a list were answered without a failure. */
    private long list(int size) throws Exception {
        Exchange answer = route.send(inputs(size), Map.of()).get(10, TimeUnit.MINUTES);
        if (answer.getException() != null) {
            throw new IllegalStateException("The list failed", answer.getException());
        }
        return size - answer.getMessage().getHeader("CamelLeadIQFailureCount", 0L, Long.class);
    }

    /** @param words the lookups of a list, the milliseconds of a window, and how many windows follow each other */
    private String pace(String[] words) {
        int size = Integer.parseInt(words[0]);
        Duration window = Duration.ofMillis(Long.parseLong(words[1]));
        int windows = Integer.parseInt(words[2]);
        long end = System.nanoTime() + window.toNanos() * windows;
        IntStream.range(0, LISTS_IN_FLIGHT).forEach(i -> follow(size, end));
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < windows; i++) {
            long before = answered.get();
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, window.toNanos(), TimeUnit.NANOSECONDS)
                    .join();
            line.append(answered.get() - before).append(' ');
        }
        return line.toString().strip();
    }

    private void follow(int size, long end) {
        if (System.nanoTime() >= end) {
            return;
        }
        route.send(inputs(size), Map.of()).thenAccept(exchange -> {
            if (exchange.getException() == null && System.nanoTime() < end) {
                answered.addAndGet(size);
                follow(size, end);
            }
        });
    }

    private List<SearchPeopleInput> inputs(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> SearchPeopleInput.builder()
                        .email("ada.sample" + next.getAndIncrement() + "@example.com")
                        .build())
                .toList();
    }
}
