/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.report;

import io.github.camelleadiq.routes.pipeline.EnrichmentReport;
import io.github.camelleadiq.routes.state.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What enrichment did, as one HTML page that needs nothing else: no scripts, no other files, no network. To be saved as
 * UTF-8.
 */
public final class HtmlReport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final EnrichmentReport report;
    private final ReportDetails details;
    private final Html html;

    private HtmlReport(EnrichmentReport report, ReportDetails details, Html html) {
        this.report = report;
        this.details = details;
        this.html = html;
    }

    /**
     * Writes a page with numbers and names of fields, and no value of any record.
     *
     * @throws IOException if {@code out} does
     */
    public static void write(EnrichmentReport report, Appendable out) throws IOException {
        write(report, ReportDetails.NONE, out);
    }

    /**
     * Writes a page with what else is known.
     *
     * @throws IOException if {@code out} does
     */
    public static void write(EnrichmentReport report, ReportDetails details, Appendable out) throws IOException {
        new HtmlReport(report, details, new Html(out)).page();
    }

    private void page() throws IOException {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .element("title", details.title())
                .raw("\n<style>\n")
                .raw(css())
                .raw("</style>\n</head>\n<body>\n");
        header();
        figures();
        html.raw("<main>\n");
        CoverageSection.write(html, details.coverage());
        bars();
        new NotWrittenSection(report, details).write(html);
        SampleSection.write(html, report.samples(), details.showValues());
        html.raw("</main>\n");
        footer();
        html.raw("</body>\n</html>\n");
    }

    private void header() throws IOException {
        html.raw("<header>").element("h1", details.title()).raw("<p>");
        if (details.mode() != null) {
            html.element("strong", "mode", details.mode()).raw(" ");
        }
        if (details.duration() != null) {
            html.text("took ").text(Numbers.duration(details.duration())).text(" · ");
        }
        Instant first = report.firstAt();
        if (first != null) {
            html.text(TIME.format(first)).text(" · ");
        }
        html.text("run ").element("code", report.runId()).raw("</p></header>\n");
    }

    private void figures() throws IOException {
        long filled = Numbers.sum(report.filled());
        boolean dry = report.records().containsKey(Outcome.DRY_RUN);
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("records looked at", Numbers.whole(lookedAt()));
        figures.put(
                dry ? "records to be written" : "records written",
                Numbers.whole(report.records().getOrDefault(Outcome.WRITTEN, 0L)
                        + report.records().getOrDefault(Outcome.DRY_RUN, 0L)));
        figures.put(dry ? "fields to be asked for" : "fields filled", Numbers.whole(filled));
        figures.put("credits spent", Numbers.credits(report.credits()));
        figures.put(
                "credits per filled field",
                Numbers.ratio(report.credits(), report.credits().signum() == 0 ? 0 : filled));
        details.calls().forEach((kind, count) -> figures.put(kind, Numbers.whole(count)));
        html.raw("<dl class=\"figures\">\n");
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            html.raw("<div>")
                    .element("dt", figure.getKey())
                    .element("dd", figure.getValue())
                    .raw("</div>\n");
        }
        html.raw("</dl>\n");
    }

    /** Without those that come again. */
    private long lookedAt() {
        return Numbers.sum(report.records())
                - report.records().getOrDefault(Outcome.PUT_OFF, 0L)
                - report.records().getOrDefault(Outcome.INTENDED, 0L);
    }

    private void bars() throws IOException {
        html.raw("<div class=\"columns\">\n");
        if (details.coverage().isEmpty()) {
            Bars.table(html, "Filled, by field", report.filled(), Numbers::whole, "fill");
        }
        Bars.table(html, "Filled, by where it came from", report.sources(), Numbers::whole, "fill");
        html.raw("<div>\n");
        Bars.table(html, "Where the credits went", details.creditsByDataPoint(), Numbers::credits, "cost");
        Bars.table(html, "How sure LeadIQ is of it", report.statuses(), Numbers::whole, "fill");
        Map<String, Long> outcomes = new LinkedHashMap<>();
        report.records().entrySet().stream()
                .filter(entry -> entry.getKey() != Outcome.PUT_OFF && entry.getKey() != Outcome.INTENDED)
                .forEach(entry -> outcomes.put(Reasons.of(entry.getKey()).label(), entry.getValue()));
        Bars.table(html, "What became of the records", outcomes, Numbers::whole, "other");
        html.raw("</div>\n</div>\n");
    }

    private void footer() throws IOException {
        html.raw("<footer>\n");
        for (String note : details.notes()) {
            html.element("p", note).raw("\n");
        }
        if (report.firstAt() != null && report.lastAt() != null) {
            html.raw("<p>")
                    .text("First entry in the log " + TIME.format(report.firstAt()) + ", last one "
                            + Numbers.duration(Duration.between(report.firstAt(), report.lastAt())) + " later.")
                    .raw("</p>\n");
        }
        html.raw("</footer>\n");
    }

    private static String css() throws IOException {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
