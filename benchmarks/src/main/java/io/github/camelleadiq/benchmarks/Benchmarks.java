/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.peer.Peer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Measures the component beside its peers and writes the tables of {@code docs/benchmarks.md}. */
public final class Benchmarks {

    private static final int MANY = 1_000;
    private static final Duration LATENCY = Duration.ofMillis(50);

    private Benchmarks() {}

    public static void main(String[] words) throws Exception {
        Plan plan;
        try {
            plan = Plan.parse(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + Plan.USAGE);
            System.exit(2);
            return;
        }
        String measured = run(plan);
        Page.write(plan.out(), measured);
        System.out.println(measured);
        System.exit(0);
    }

    private static String run(Plan plan) throws Exception {
        double loadBefore = Machine.load();
        Comparison comparison;
        Figures many;
        List<Credits> credits;
        try (SimulatorProcess server = new SimulatorProcess(0)) {
            comparison = Comparison.run(server, plan);
            System.out.println(Report.comparison(comparison));
            server.latency(LATENCY);
            many = Load.measure(Peer.leadiq(MANY), server.url(), MANY, plan.window(), plan.window());
            server.latency(Duration.ZERO);
            credits = Credits.run(server, plan.records());
        }
        List<Pace> paces = Pace.run(plan);
        Heap heap = Heap.run(plan.streamed());
        return String.join(
                "\n",
                String.format(
                        Locale.ROOT,
                        "Taken on %s. %s. %s. Load average %.1f at the beginning and %.1f at the end."
                                + " Medians of %d rounds of %.1f s each, with least and most in brackets.%n",
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.description(),
                        Machine.versions(),
                        loadBefore,
                        Machine.load(),
                        plan.rounds(),
                        plan.window().toMillis() / 1_000.0),
                "## Cost of a lookup through a route\n",
                Report.comparison(comparison),
                "### CPU of `leadiq:searchPeople` as a part of its peers'\n",
                Report.ratios(comparison),
                Report.many(MANY, many),
                "## Lookups a minute where the server allows " + Pace.PER_MINUTE + " requests\n",
                Report.pace(paces),
                "## Credits for " + String.format(Locale.ROOT, "%,d", plan.records()) + " half-filled records\n",
                Report.credits(credits),
                "## Heap while " + String.format(Locale.ROOT, "%,d", plan.streamed()) + " people stream by\n",
                Report.heap(heap));
    }
}
