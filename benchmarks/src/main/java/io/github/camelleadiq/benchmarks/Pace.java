/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.subject.BatchMain;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What a server that allows 60 requests a minute lets through in windows that follow each other.
 *
 * @param build     that sent the lookups
 * @param batchSize lookups of one request
 * @param lookups   that were answered in each window
 * @param requests  that the server counted
 * @param refused   requests that the server refused
 */
record Pace(Build build, String batchSize, List<Long> lookups, long requests, long refused, Duration window) {

    static final int PER_MINUTE = 60;
    static final String AUTO = "auto";

    /** The second window of {@code auto} is without the search for the size. */
    private static final int WINDOWS = 2;

    /** Longer than any request that comes of it. */
    private static final int AUTO_LIST = 2_000;

    private record Setting(Build build, String batchSize) {}

    /** All at the same time, each with a server of its own: nearly all of the time is waiting. */
    static List<Pace> run(BenchmarkPlan plan, Build present, Build baseline) {
        List<CompletableFuture<Pace>> running = Stream.concat(
                        Stream.of("1", "10", "25", "50", "100", AUTO).map(size -> new Setting(present, size)),
                        Stream.of(new Setting(baseline, "100")))
                .map(setting -> CompletableFuture.supplyAsync(() -> measure(setting, plan.paceWindow()), task -> {
                    Thread thread = new Thread(task, "pace-" + setting.batchSize());
                    thread.setDaemon(true);
                    thread.start();
                }))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    /** Lookups in a minute at the rate of a window. */
    double perMinute(int number) {
        return lookups.get(number) * 60e9 / window.toNanos();
    }

    private static Pace measure(Setting setting, Duration window) {
        int size = setting.batchSize().equals(AUTO) ? AUTO_LIST : Integer.parseInt(setting.batchSize());
        try (SimulatorJvm server = new SimulatorJvm(PER_MINUTE);
                ServerProcess client = new ServerProcess(
                        setting.build(),
                        "512m",
                        List.of(),
                        BatchMain.class,
                        server.url().toString(),
                        "batchSize=" + setting.batchSize(),
                        String.valueOf(PER_MINUTE))) {
            List<Long> lookups = Arrays.stream(client.ask("pace " + size + " " + window.toMillis() + " " + WINDOWS)
                            .split(" "))
                    .map(Long::valueOf)
                    .toList();
            return new Pace(setting.build(), setting.batchSize(), lookups, server.requests(), server.refused(), window);
        }
    }
}
