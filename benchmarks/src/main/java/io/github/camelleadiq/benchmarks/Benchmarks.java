/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures the component beside its peers and writes the tables of {@code docs/benchmarks.md}. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] words) throws Exception {
        BenchmarkPlan plan;
        try {
            plan = BenchmarkPlan.parse(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + BenchmarkPlan.USAGE);
            System.exit(2);
            return;
        }
        String measured = run(plan);
        if (plan.isWhole()) {
            MeasuredPage.write(plan.out(), measured);
        }
        System.out.println(measured);
        System.exit(0);
    }

    private static String run(BenchmarkPlan plan) throws Exception {
        double loadBefore = Machine.load();
        List<String> sections = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        for (Section section : plan.sections()) {
            Measured measured = section.run(plan);
            if (plan.sections().size() > 1) {
                // the rest takes long
                System.out.println(measured.text());
            }
            sections.add(measured.text());
            targets.addAll(measured.targets());
        }
        if (!targets.isEmpty()) {
            sections.add(0, BenchmarkReport.targets(targets));
        }
        String taken = String.format(
                Locale.ROOT,
                "Taken on %s. %s. %s. Load average %.1f at the beginning and %.1f at the end."
                        + " Medians of %d rounds of %.1f s each, with least and most in brackets.%n",
                LocalDate.now(ZoneOffset.UTC),
                Machine.description(),
                Machine.versions(),
                loadBefore,
                Machine.load(),
                plan.rounds(),
                plan.window().toMillis() / 1_000.0);
        return taken + "\n" + String.join("\n", sections);
    }
}
