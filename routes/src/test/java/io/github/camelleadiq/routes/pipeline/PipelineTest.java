/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.LoggedEntry;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What happens to records that change, with everybody in good health. */
class PipelineTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @TempDir
    Path directory;

    private final LeadIQSimulator leadIQ = LEADIQ.simulator();

    private PipelineFixture fixture() throws Exception {
        return new PipelineFixture(leadIQ, directory);
    }

    private static void ada(PipelineFixture pipeline, String id) {
        pipeline.crm.lead(id, "FirstName", "Ada", "LastName", "Example", "Website", "acme.example");
    }

    @Test
    void asksAndSpendsNothingWhereNothingIsMissing() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            pipeline.crm.lead(
                    "00Q1",
                    "FirstName",
                    "Ada",
                    "LastName",
                    "Example",
                    "Email",
                    "ada@acme.example",
                    "Title",
                    "CTO",
                    "LinkedIn_URL__c",
                    "https://www.linkedin.com/in/ada-example");

            pipeline.change("00Q1");
            pipeline.awaitSettled();

            assertThat(pipeline.lookups()).isZero();
            assertThat(pipeline.spent()).isZero();
            assertThat(pipeline.crm.writes).isEmpty();
            assertThat(pipeline.state.log().outcomes(PipelineFixture.RUN)).isEmpty();
        }
    }

    @Test
    void asksOnceForARecordThatChangesTwice() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            // LeadIQ has no email of this person, so that something stays missing
            pipeline.crm.lead("00Q1", "FirstName", "Noemail", "LastName", "Example", "Website", "acme.example");
            pipeline.change("00Q1");
            pipeline.awaitSettled();
            long lookups = pipeline.lookups();
            assertThat(pipeline.crm.value("00Q1", "Email")).isNull();

            pipeline.send(List.of(PipelineFixture.event(ChangeKind.UPDATE, null, Set.of("Title"), "00Q1")));
            pipeline.awaitSettled();

            assertThat(lookups).isEqualTo(1);
            assertThat(pipeline.lookups()).isEqualTo(1);
            assertThat(pipeline.spent()).isEqualByComparingTo("0.1");
        }
    }

    @Test
    void knowsItsOwnWritesByTheirTagAndByTheirValues() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            ada(pipeline, "00Q1");
            pipeline.change("00Q1");
            pipeline.awaitSettled();
            CrmPatch patch = pipeline.crm.writes.get(0).get(0);
            Set<String> fields =
                    patch.changes().stream().map(FieldChange::field).collect(Collectors.toSet());
            fields.addAll(patch.stamps().keySet());
            int reads = pipeline.crm.reads.size();

            int tagged = pipeline.send(List.of(PipelineFixture.event(
                    ChangeKind.UPDATE, "com/salesforce/api/rest/64.0;client=leadiq-test", fields, "00Q1")));
            int untagged = pipeline.send(List.of(PipelineFixture.event(ChangeKind.UPDATE, null, fields, "00Q1")));
            pipeline.awaitSettled();

            assertThat(tagged).isZero();
            assertThat(untagged).isEqualTo(1);
            assertThat(pipeline.crm.reads).hasSize(reads + 1);
            // known as ours, not merely found to have nothing missing
            assertThat(pipeline.state.log().outcomes(PipelineFixture.RUN)).containsOnlyKeys(Outcome.WRITTEN);
            assertThat(pipeline.crm.writes).hasSize(1);
            assertThat(pipeline.lookups()).isEqualTo(1);
            assertThat(pipeline.state.checkpoints().position("crm:Lead")).isPresent();
        }
    }

    @Test
    void stampsAloneDoNotStartAnything() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            ada(pipeline, "00Q1");

            int stored = pipeline.send(List.of(PipelineFixture.event(
                    ChangeKind.UPDATE, null, Set.of("LeadIQ_Enriched_At__c", "LeadIQ_Status__c"), "00Q1")));

            assertThat(stored).isZero();
            assertThat(pipeline.state.checkpoints().position("crm:Lead")).isPresent();
        }
    }

    @Test
    void logsAmbiguousPeopleAndWritesNoneOfThem() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            pipeline.crm.lead("00Q1", "FirstName", "Several", "LastName", "Examples", "Website", "acme.example");

            pipeline.change("00Q1");
            pipeline.awaitSettled();

            LogEntry entry =
                    pipeline.state.log().ofRecord("Lead", "00Q1").get(0).entry();
            assertThat(entry.outcome()).isEqualTo(Outcome.AMBIGUOUS);
            assertThat(entry.newValue().split(" ")).hasSize(2).allSatisfy(id -> assertThat(id)
                    .startsWith("p-several"));
            assertThat(pipeline.crm.value("00Q1", "Email")).isNull();
            assertThat(pipeline.crm.value("00Q1", "LeadIQ_Status__c")).isEqualTo("Ambiguous");
        }
    }

    @Test
    void spendsNothingOnRecordsWithoutIdentifiersOrWithAnOptOut() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            pipeline.crm.lead("00Q1", "LastName", "Example", "Company", "unknown");
            pipeline.crm.lead("00Q2", "HasOptedOutOfEmail", true, "Title", "CTO", "LinkedIn_URL__c", "x");

            pipeline.change("00Q1", "00Q2");
            pipeline.awaitSettled();

            assertThat(pipeline.lookups()).isZero();
            assertThat(pipeline.state.log().ofRun(PipelineFixture.RUN).map(LoggedEntry::entry))
                    .extracting(LogEntry::outcome, LogEntry::reason)
                    .containsExactly(tuple(Outcome.REFUSED, "NO_IDENTIFIERS"), tuple(Outcome.REFUSED, "OPTED_OUT"));
        }
    }

    @Test
    void takesNamesAsPeopleWriteThem() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            pipeline.crm.lead("00Q1", "FirstName", "Ada", "LastName", "E".repeat(20_000), "Website", "acme.example");
            pipeline.crm.lead("00Q2", "FirstName", "שרה", "LastName", "לוי", "Website", "acme.example");
            pipeline.crm.lead("00Q3", "FirstName", "Zoë 🚀", "LastName", "Example", "Website", "acme.example");
            ada(pipeline, "00Q4");

            pipeline.change("00Q1", "00Q2", "00Q3", "00Q4");
            pipeline.awaitSettled();

            assertThat(pipeline.count(EventState.DONE)).isEqualTo(4);
            assertThat(pipeline.crm.value("00Q4", "Email")).isNotNull();
            assertThat(leadIQ.validationErrors()).isEmpty();
        }
    }

    @Test
    void writesAThousandRecordsInFiveCallsAndReadsThemTwiceInAsMany() throws Exception {
        try (PipelineFixture pipeline = fixture()) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                String id = "00Q" + (1_000 + i);
                pipeline.crm.lead(id, "FirstName", "Ada", "LastName", "Example-" + i, "Website", "acme.example");
                ids.add(id);
            }
            pipeline.start(PipelineFixture.LEAD, routes -> routes.parameter("pollDelay", "3000"));
            pipeline.change(ids.toArray(String[]::new));
            pipeline.awaitSettled();

            // before LeadIQ is asked, and again before the write
            assertThat(pipeline.crm.reads).hasSizeLessThanOrEqualTo(10);
            assertThat(pipeline.crm.writes).hasSizeLessThanOrEqualTo(5);
            assertThat(pipeline.spent()).isEqualByComparingTo("1000");
            assertThat(pipeline.crm.records.values())
                    .allSatisfy(fields -> assertThat(fields).containsKeys("Email", "Title"));
        }
    }

    @Test
    void reportsWhatARunCameTo() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            ada(pipeline, "00Q1");
            pipeline.crm.lead("00Q2", "LastName", "Example");
            pipeline.change("00Q1", "00Q2");
            pipeline.awaitSettled();

            EnrichmentReport report = EnrichmentReport.of(pipeline.state.log(), PipelineFixture.RUN, 2);

            assertThat(report.records()).containsEntry(Outcome.WRITTEN, 1L).containsEntry(Outcome.REFUSED, 1L);
            assertThat(report.filled())
                    .containsEntry("Lead.Email", 1L)
                    .containsEntry("Lead.Title", 1L)
                    .containsEntry("Lead.LinkedIn_URL__c", 1L);
            assertThat(report.refusals()).containsEntry("NO_IDENTIFIERS", 1L);
            assertThat(report.sources()).containsEntry("person.email.work", 1L);
            assertThat(report.samples()).hasSize(2).allSatisfy(sample -> assertThat(sample.after())
                    .isNotBlank());
        }
    }

    @Test
    void changesThatComeOneByOneShareARequest() throws Exception {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-01T12:00:00Z"));
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory, clock)
                .start(PipelineFixture.LEAD, routes -> routes.parameter("maxDelay", "3s"))) {
            for (String id : List.of("00Q1", "00Q2", "00Q3")) {
                pipeline.crm.lead(id, "FirstName", "Ada", "LastName", "Example" + id, "Website", "acme.example");
                pipeline.change(id);
            }
            assertThat(pipeline.lookups()).isZero();
            clock.pass(Duration.ofSeconds(3));
            pipeline.awaitSettled();

            assertThat(pipeline.lookups()).isEqualTo(1);
            assertThat(pipeline.crm.writes).hasSize(1);
        }
    }
}
