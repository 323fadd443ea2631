/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.subject;

import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunState;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;

/**
 * Backfills all leads of an org by the shipped route templates, or goes on where another such process has stopped. Each
 * time that so many more are written it says how many it were, how much of the heap is in use once all garbage is gone, and
 * the most that was in use after any collection; in the end {@code end}, the state of
 * the run, its leads, its credits, how many of them this process wrote, and in how many milliseconds of wall
 * time; and the processor time of this JVM at the end and at the beginning of the run.
 */
public final class BackfillMain {

    /** The first word of the last line. */
    public static final String END = "end";

    private static final String RUN = "leads";
    private static final String TRIGGER = "direct:backfill";
    private static final long LOOK_EVERY_MILLIS = 100;

    private final HeapWatch heap = new HeapWatch();
    private final EnrichmentState state;
    private final long every;
    private final long before;
    private long told;

    private BackfillMain(EnrichmentState state, long every) {
        this.state = state;
        this.every = every;
        this.before = written();
        this.told = before;
    }

    /**
     * @param arguments the URLs of Salesforce and LeadIQ, the directory of the state, after how many written leads to speak
     *     (0 for never), and parameters of the template that differ from their defaults, as {@code name=value}
     */
    public static void main(String[] arguments) throws Exception {
        try (H2State database = H2State.file(Path.of(arguments[2], "state"));
                ShippedRoutes routes =
                        new ShippedRoutes(database, URI.create(arguments[0]), URI.create(arguments[1]), 0)) {
            routes.addBackfill(RUN, TRIGGER, Arrays.asList(arguments).subList(4, arguments.length));
            routes.camel.start();
            new BackfillMain(routes.state, Long.parseLong(arguments[3])).run(routes);
        }
        System.exit(0);
    }

    private void run(ShippedRoutes routes) throws Exception {
        long start = System.nanoTime();
        long cpu = Gauge.cpuMillis();
        try (ProducerTemplate template = routes.camel.createProducerTemplate()) {
            CompletableFuture<Run> running = template.asyncRequestBody(TRIGGER, null, Run.class);
            while (!running.isDone() || isGoingOn()) {
                await();
                tell();
            }
            Run run = state.runs().find(RUN).orElseThrow();
            System.out.println(String.join(
                    " ",
                    END,
                    run.state().name(),
                    String.valueOf(run.counts().read()),
                    run.credits().toPlainString(),
                    String.valueOf(run.counts().written() - before),
                    String.valueOf(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)),
                    String.valueOf(Gauge.cpuMillis()),
                    String.valueOf(cpu)));
        }
    }

    /** A run can outlive the question that started it. */
    private boolean isGoingOn() {
        return state.runs()
                .find(RUN)
                .map(Run::state)
                .filter(RunState.RUNNING::equals)
                .isPresent();
    }

    private static void await() {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    private long written() {
        return state.runs().find(RUN).map(run -> run.counts().written()).orElse(0L);
    }

    private void tell() {
        if (every == 0) {
            return;
        }
        long written = written();
        if (written / every > told / every) {
            told = written;
            System.out.println(written + " " + HeapWatch.live() + " " + heap.most());
        }
    }
}
