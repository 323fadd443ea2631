/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.crm;

import io.github.camelleadiq.routes.pipeline.EnrichmentReport;
import io.github.camelleadiq.routes.report.Coverage;
import io.github.camelleadiq.routes.state.Outcome;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the program says at the end. Never values of records. */
final class ConsoleReport {

    private final PrintStream out;

    ConsoleReport(PrintStream out) {
        this.out = out;
    }

    static String credits(BigDecimal credits) {
        BigDecimal plain = credits.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    void coverage(List<Coverage> coverage) {
        out.printf("%n%-28s %12s %8s %12s%n", "field", "empty before", "filled", "still empty");
        coverage.forEach(field -> out.printf(
                Locale.ROOT,
                "%-28s %12d %8d %12d%n",
                field.objectType() + "." + field.field(),
                field.emptyBefore(),
                field.filled(),
                field.emptyAfter()));
    }

    void refused(EnrichmentReport report, Map<String, Long> putOff) {
        String outcomes = report.records().entrySet().stream()
                .filter(entry -> entry.getKey() != Outcome.PUT_OFF)
                .map(entry -> name(entry.getKey().name()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        out.printf("%nrecords   %s%n", outcomes.isEmpty() ? "none: all are known" : outcomes);
        out.printf("refused   %s%n", report.refusals().isEmpty() ? "nothing" : counts(report.refusals()));
        if (!putOff.isEmpty()) {
            out.printf("put off   %s; tried again%n", counts(putOff));
        }
    }

    void figures(EnrichmentReport report, BigDecimal counted, Map<String, Long> calls, SimulatedSystems simulated) {
        out.printf(
                "credits   %s counted, %s in the log%s%n",
                credits(counted),
                credits(report.credits()),
                simulated == null ? "" : ", " + credits(simulated.meter()) + " by the simulator's meter");
        out.printf(
                "calls     %s%n",
                calls.entrySet().stream()
                        .map(call -> call.getValue() + " " + call.getKey())
                        .collect(Collectors.joining(", ")));
        if (simulated != null && report.records().getOrDefault(Outcome.WRITTEN, 0L) == 0 && counted.signum() == 0) {
            out.println("nothing   was spent: this state knows all of these records");
        }
    }

    /** @param estimate if all are found */
    void dryRun(List<String> plans, BigDecimal estimate) {
        out.printf("%nDRY RUN: nothing was spent, nothing was written. --live does both.%n");
        plans.forEach(plan -> out.printf("  %s%n", plan));
        out.printf("estimate  %s credits if LeadIQ finds everybody%n", credits(estimate));
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> name(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String name(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
