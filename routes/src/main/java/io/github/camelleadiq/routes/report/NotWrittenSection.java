/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.report;

import io.github.camelleadiq.routes.pipeline.EnrichmentReport;
import io.github.camelleadiq.routes.report.Reasons.Reason;
import io.github.camelleadiq.routes.state.Outcome;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was not written, and why. */
final class NotWrittenSection {

    /** Those whose reason is told apart, and those that are no reason. */
    private static final Set<Outcome> TOLD_OTHERWISE = Set.of(
            Outcome.WRITTEN,
            Outcome.DRY_RUN,
            Outcome.REFUSED,
            Outcome.FAILED,
            Outcome.PUT_OFF,
            Outcome.INTENDED,
            Outcome.ROLLED_BACK);

    private final EnrichmentReport report;
    private final ReportDetails details;

    NotWrittenSection(EnrichmentReport report, ReportDetails details) {
        this.report = report;
        this.details = details;
    }

    void write(Html html) throws IOException {
        boolean isEmpty = report.refusals().isEmpty()
                && details.putOff().isEmpty()
                && TOLD_OTHERWISE.containsAll(report.records().keySet());
        if (isEmpty) {
            return;
        }
        html.raw("<section><h2>")
                .text("What was not written, and why")
                .raw("</h2>\n<table class=\"rows\">")
                .raw("<thead><tr><th scope=\"col\">reason</th><th scope=\"col\" class=\"number\">how many</th>")
                .raw("<th scope=\"col\">what that means</th></tr></thead>\n<tbody>");
        List<Map.Entry<Outcome, Long>> outcomes = report.records().entrySet().stream()
                .filter(entry -> !TOLD_OTHERWISE.contains(entry.getKey()))
                .sorted(Map.Entry.<Outcome, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
        for (Map.Entry<Outcome, Long> outcome : outcomes) {
            row(html, Reasons.of(outcome.getKey()), count(outcome.getValue(), "record"));
        }
        for (Map.Entry<String, Long> refusal : sorted(report.refusals())) {
            row(html, Reasons.of(refusal.getKey()), count(refusal.getValue(), "refusal"));
        }
        for (Map.Entry<String, Long> putOff : sorted(details.putOff())) {
            row(html, Reasons.of(putOff.getKey()), count(putOff.getValue(), "write") + " put off");
        }
        html.raw("</tbody></table></section>\n");
    }

    private static List<Map.Entry<String, Long>> sorted(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
    }

    private static void row(Html html, Reason reason, String count) throws IOException {
        html.raw("<tr><th scope=\"row\">")
                .text(reason.label())
                .raw("</th>")
                .element("td", "number", count)
                .element("td", reason.meaning())
                .raw("</tr>\n");
    }

    private static String count(long number, String what) {
        return Numbers.whole(number) + " " + what + (number == 1 ? "" : "s");
    }
}
