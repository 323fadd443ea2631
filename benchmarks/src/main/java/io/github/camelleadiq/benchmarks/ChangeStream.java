/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.subject.ChangesMain;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Leads that people create one by one, enriched while LeadIQ allows 60 requests a minute.
 *
 * @param build    that enriched them
 * @param events   changes that came
 * @param lasted   from the first change to the last
 * @param behind   from the last change until all were enriched
 * @param lookups  that LeadIQ answered
 * @param requests to LeadIQ, without the question for the schema
 * @param refused  by LeadIQ's limit
 * @param writes   requests to Salesforce that write
 */
record ChangeStream(
        Build build,
        int events,
        Duration lasted,
        Duration behind,
        long lookups,
        long requests,
        long refused,
        long writes) {

    /** 10,000 in ten minutes. */
    private static final Duration PAUSE = Duration.ofMillis(60);

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int BATCH = 100;
    /** One request in so many seconds may leave half empty: a change does not wait for longer. */
    private static final int FLUSH_SECONDS = 5;

    /** Both builds at the same time, each with servers of its own: nearly all of the time is waiting. */
    static List<ChangeStream> run(int events, Build... builds) {
        List<CompletableFuture<ChangeStream>> running = Stream.of(builds)
                .map(build -> CompletableFuture.supplyAsync(() -> measure(build, events), task -> {
                    Thread thread = new Thread(task, "changes-" + build.name());
                    thread.setDaemon(true);
                    thread.start();
                }))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    private static ChangeStream measure(Build build, int events) {
        try {
            Path directory = Directories.create("leadiq-changes");
            try (OrgProcess org = new OrgProcess("1g", 0);
                    SimulatorJvm leadIQ = new SimulatorJvm(Pace.PER_MINUTE);
                    ServerProcess client = new ServerProcess(
                            build,
                            "512m",
                            List.of(),
                            ChangesMain.class,
                            org.url().toString(),
                            leadIQ.url().toString(),
                            directory.toString(),
                            String.valueOf(Pace.PER_MINUTE))) {
                client.ask("waiting");
                long start = System.nanoTime();
                org.create(events, PAUSE);
                await(() -> org.created() == events);
                long last = System.nanoTime();
                await(() -> org.stamped() >= events);
                return new ChangeStream(
                        build,
                        events,
                        Duration.ofNanos(last - start),
                        Duration.ofNanos(System.nanoTime() - last),
                        leadIQ.lookups(),
                        leadIQ.requests() - 1,
                        leadIQ.refused(),
                        org.requests(RequestKind.WRITE));
            } finally {
                Directories.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The changes were not enriched in " + PATIENCE);
            }
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 500, TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    /** 1.1 requests for each hundred lookups, and one for each five seconds that changes came. */
    long target() {
        return (long) Math.floor(1.1 * events / BATCH) + lasted.toSeconds() / FLUSH_SECONDS;
    }
}
