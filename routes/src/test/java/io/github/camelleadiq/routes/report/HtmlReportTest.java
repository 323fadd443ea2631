/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.pipeline.EnrichmentReport;
import io.github.camelleadiq.routes.pipeline.EnrichmentReport.Sample;
import io.github.camelleadiq.routes.state.Outcome;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlReportTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static EnrichmentReport report(String value) {
        return new EnrichmentReport(
                "backfill-1",
                Map.of(Outcome.WRITTEN, 12L, Outcome.AMBIGUOUS, 3L, Outcome.REFUSED, 2L, Outcome.JOB_CHANGED, 1L),
                Map.of("Lead.Email", 10L, "Lead.Title", 5L),
                Map.of("OPTED_OUT", 1L, "FIELD_CUSTOM_VALIDATION_EXCEPTION", 1L, "SOMETHING_NEW", 4L),
                Map.of("person.email.work", 10L, "person.title", 5L),
                Map.of("Verified", 9L),
                new BigDecimal("10.5"),
                11,
                NOON,
                NOON.plusSeconds(90),
                List.of(new Sample("Lead", "00Q1", "Title", null, value, "person.title", "Verified", 0.93)));
    }

    private static ReportDetails details() {
        return ReportDetails.NONE
                .withRun("live", Duration.ofSeconds(90))
                .withCalls(Map.of("LeadIQ requests", 7L))
                .withCreditsByDataPoint(Map.of("email", new BigDecimal("10"), "profile", new BigDecimal("0.5")))
                .withCoverage(List.of(new Coverage("Lead", "Email", 20, 15, 5)))
                .withPutOff(Map.of("UNABLE_TO_LOCK_ROW", 2L));
    }

    private static String write(EnrichmentReport report, ReportDetails details) throws IOException {
        StringBuilder page = new StringBuilder();
        HtmlReport.write(report, details, page);
        return page.toString();
    }

    @Test
    void saysWhatWasFilledAtWhatCostAndWhatWasNotAndWhy() throws Exception {
        String text = text(write(report("Head of Examples"), details().withValues(true)));

        assertThat(text)
                .contains("records looked at18", "records written12", "fields filled15", "credits spent10.5")
                .contains("credits per filled field0.7", "LeadIQ requests7", "live", "took 1 min 30 s")
                .contains("Lead – 20 records", "Email15105")
                .contains("Ambiguous3 records", "Job change1 record", "Opted out1 refusal", "Validation rule1 refusal")
                .contains("Something new4 refusals", "Record locked2 writes put off")
                .contains("Lead 00Q1 matched with confidence 93 %", "TitleemptyHead of Examplesperson.titleVerified");
    }

    @Test
    void showsValuesOnlyWhenTold() throws Exception {
        StringBuilder page = new StringBuilder();
        HtmlReport.write(report("Head of Examples"), page);

        assertThat(page.toString()).contains("Title").doesNotContain("Head of Examples");
    }

    @Test
    void keepsHostileNamesWhereTheyBelong() throws Exception {
        String name = "<script>alert('x')</script>\"& \u202Eright محمد 🚀\u0000";

        String page = write(report(name), details().withValues(true).withTitle("</title><script>"));

        assertThat(page).doesNotContain("<script", "\u202E", "\u0000").contains("<bdi>&lt;script&gt;", "محمد 🚀");
        assertThat(text(page)).contains("<script>alert('x')</script>\"& ");
    }

    @Test
    void cutsValuesThatAreTooLongBetweenCharacters() throws Exception {
        String page = write(report("🚀".repeat(10_000)), details().withValues(true));

        assertThat(text(page)).contains("🚀".repeat(80) + "…").doesNotContain("🚀".repeat(81));
    }

    @Test
    void needsNothingElse() throws Exception {
        String page = write(report("Head of Examples"), details().withValues(true));

        assertThat(page).doesNotContainPattern("(?i)https?://|//[a-z]|src=|href=|url\\(|@import|<script|<link|<img");
        assertThat(page).contains("<svg", "<rect class=\"fill\"");
    }

    @Test
    void isWrittenForARunThatDidNothing() throws Exception {
        EnrichmentReport nothing = new EnrichmentReport(
                "none", Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), BigDecimal.ZERO, 0, null, null, List.of());

        assertThat(text(write(nothing, ReportDetails.NONE)))
                .contains("records looked at0", "credits per filled field–")
                .doesNotContain("not written");
    }

    @Test
    void joinsRuns() {
        EnrichmentReport joined = JoinedReports.of("both", List.of(report("one"), report("two")));

        assertThat(joined.records()).containsEntry(Outcome.WRITTEN, 24L);
        assertThat(joined.filled()).containsEntry("Lead.Email", 20L);
        assertThat(joined.credits()).isEqualByComparingTo("21");
        assertThat(joined.samples()).hasSize(2);
    }

    /** The page is well-formed XML but for the elements that have no end, so that a parser can tell what is text. */
    private static String text(String page) throws Exception {
        String xml = page.replaceFirst("<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        return document.getDocumentElement().getTextContent();
    }
}
