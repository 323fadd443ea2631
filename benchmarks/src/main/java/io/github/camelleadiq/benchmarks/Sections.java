/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.peer.Peer;
import java.time.Duration;
import java.util.Locale;

/** The parts of the measured text, each with its heading. */
final class Sections {

    private static final int MANY = 1_000;
    private static final Duration LATENCY = Duration.ofMillis(50);

    private Sections() {}

    static String lookups(BenchmarkPlan plan) throws Exception {
        try (SimulatorJvm server = new SimulatorJvm(0)) {
            Comparison comparison = Comparison.run(server, plan);
            server.latency(LATENCY);
            Figures many = Load.measure(Peer.leadiq(MANY), server.url(), MANY, plan.window(), plan.window());
            return String.join(
                    "\n",
                    "## Cost of a lookup through a route\n",
                    BenchmarkReport.comparison(comparison),
                    "### CPU of `leadiq:searchPeople` as a part of its peers'\n",
                    BenchmarkReport.ratios(comparison),
                    BenchmarkReport.many(MANY, many));
        }
    }

    static String pace(BenchmarkPlan plan) throws Exception {
        return "## Lookups a minute where the server allows " + Pace.PER_MINUTE + " requests\n\n"
                + BenchmarkReport.pace(Pace.run(plan));
    }

    static String credits(BenchmarkPlan plan) throws Exception {
        try (SimulatorJvm server = new SimulatorJvm(0)) {
            return String.format(Locale.ROOT, "## Credits for %,d half-filled records%n%n", plan.records())
                    + BenchmarkReport.credits(Credits.run(server, plan.records()));
        }
    }

    static String stream(BenchmarkPlan plan) throws Exception {
        return String.format(Locale.ROOT, "## Heap while %,d people stream by%n%n", plan.streamed())
                + BenchmarkReport.heap(Heap.run(plan.streamed()));
    }

    static String backfill(BenchmarkPlan plan) throws Exception {
        return String.format(Locale.ROOT, "## Heap while %,d Salesforce records are backfilled%n%n", plan.backfilled())
                + BenchmarkReport.backfill(Backfill.run(plan.backfilled()));
    }
}
