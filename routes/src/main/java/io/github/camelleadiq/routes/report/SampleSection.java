/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.report;

import io.github.camelleadiq.routes.pipeline.EnrichmentReport.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some records, field by field. */
final class SampleSection {

    private static final int LONGEST = 80;

    private SampleSection() {}

    static void write(Html html, List<Sample> samples, boolean showValues) throws IOException {
        if (samples.isEmpty()) {
            return;
        }
        Map<String, List<Sample>> byRecord = new LinkedHashMap<>();
        samples.forEach(sample -> byRecord.computeIfAbsent(
                        sample.objectType() + " " + sample.recordId(), none -> new ArrayList<>())
                .add(sample));
        html.raw("<section><h2>").text("Some of the records").raw("</h2>\n");
        if (!showValues) {
            html.element("p", "note", "Values are left out: they are personal data.");
        }
        html.raw("<table class=\"rows samples\"><thead><tr><th scope=\"col\">field</th>");
        if (showValues) {
            html.raw("<th scope=\"col\">before</th><th scope=\"col\">after</th>");
        }
        html.raw("<th scope=\"col\">from</th><th scope=\"col\">status</th></tr></thead>\n");
        for (Map.Entry<String, List<Sample>> entry : byRecord.entrySet()) {
            Double confidence = entry.getValue().get(0).confidence();
            html.raw("<tbody><tr class=\"record\"><th scope=\"rowgroup\" colspan=\"" + (showValues ? 5 : 3) + "\">")
                    .text(entry.getKey())
                    .element(
                            "small",
                            confidence == null ? "" : " matched with confidence " + Numbers.percent(confidence))
                    .raw("</th></tr>\n");
            for (Sample sample : entry.getValue()) {
                row(html, sample, showValues);
            }
            html.raw("</tbody>\n");
        }
        html.raw("</table></section>\n");
    }

    private static void row(Html html, Sample sample, boolean showValues) throws IOException {
        html.raw("<tr><th scope=\"row\">").text(sample.field()).raw("</th>");
        if (showValues) {
            value(html, sample.before());
            value(html, sample.after());
        }
        html.element("td", sample.source() == null ? "" : sample.source())
                .element("td", sample.status() == null ? "" : sample.status())
                .raw("</tr>\n");
    }

    private static void value(Html html, String value) throws IOException {
        if (value == null || value.isEmpty()) {
            html.raw("<td class=\"none\">empty</td>");
        } else {
            html.raw("<td>").foreign(shortened(value)).raw("</td>");
        }
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
