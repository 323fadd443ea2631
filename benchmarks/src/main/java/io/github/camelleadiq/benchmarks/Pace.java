/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.model.SearchPeopleInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * What a server that allows 60 requests a minute lets through in a window.
 *
 * @param batchSize lookups of one request
 * @param lookups   that were answered
 * @param requests  that the server counted
 * @param refused   requests that the server refused
 */
record Pace(String batchSize, long lookups, long requests, long refused, Duration window) {

    static final int PER_MINUTE = 60;
    static final List<String> BATCH_SIZES = List.of("1", "10", "25", "50", "100", "auto");
    /** Longer than any request that comes of it. */
    private static final int AUTO_LIST = 2_000;

    private static final int LISTS_IN_FLIGHT = 4;

    /** All sizes at the same time, each with a server of its own: nearly all of the time is waiting. */
    static List<Pace> run(BenchmarkPlan plan) throws Exception {
        List<CompletableFuture<Pace>> running = BATCH_SIZES.stream()
                .map(size -> CompletableFuture.supplyAsync(() -> measure(size, plan.paceWindow()), task -> {
                    Thread thread = new Thread(task, "pace-" + size);
                    thread.setDaemon(true);
                    thread.start();
                }))
                .toList();
        List<Pace> done = new ArrayList<>();
        for (CompletableFuture<Pace> one : running) {
            done.add(one.get(5, TimeUnit.MINUTES));
        }
        return done;
    }

    /** Lookups in a minute at this rate. */
    double perMinute() {
        return lookups * 60e9 / window.toNanos();
    }

    private static Pace measure(String batchSize, Duration window) {
        int listSize = batchSize.equals("auto") ? AUTO_LIST : Integer.parseInt(batchSize);
        try (SimulatorJvm server = new SimulatorJvm(PER_MINUTE);
                LookupRoute route = new LookupRoute(server.url(), options -> options.setBatchSize(batchSize))) {
            AtomicLong lookups = new AtomicLong();
            AtomicLong next = new AtomicLong();
            long end = System.nanoTime() + window.toNanos();
            for (int i = 0; i < LISTS_IN_FLIGHT; i++) {
                follow(route, listSize, next, lookups, end);
            }
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, window.toNanos(), TimeUnit.NANOSECONDS)
                    .join();
            return new Pace(batchSize, lookups.get(), server.requests(), server.refused(), window);
        } catch (Exception e) {
            throw new IllegalStateException("The lookups in batches of " + batchSize + " failed", e);
        }
    }

    private static void follow(LookupRoute route, int listSize, AtomicLong next, AtomicLong lookups, long end) {
        if (System.nanoTime() >= end) {
            return;
        }
        List<SearchPeopleInput> list = IntStream.range(0, listSize)
                .mapToObj(i -> SearchPeopleInput.builder()
                        .email("ada.sample" + next.getAndIncrement() + "@example.com")
                        .build())
                .toList();
        route.send(list, Map.of()).thenAccept(exchange -> {
            if (exchange.getException() == null && System.nanoTime() < end) {
                lookups.addAndGet(listSize);
                follow(route, listSize, next, lookups, end);
            }
        });
    }
}
