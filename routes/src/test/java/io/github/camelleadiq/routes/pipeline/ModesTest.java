/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Looking before spending, and taking back. */
class ModesTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @TempDir
    Path directory;

    private final LeadIQSimulator leadIQ = LEADIQ.simulator();

    private PipelineFixture fixture() throws Exception {
        PipelineFixture pipeline = PipelineFixture.withLeads(leadIQ, directory);
        pipeline.crm.lead("00Q3", "FirstName", "Cleo", "LastName", "Example", "Email", "cleo.example@acme.example");
        return pipeline;
    }

    private static EnrichmentSummary page(PipelineFixture pipeline) {
        return pipeline.page("run-1", "00Q1", "00Q2", "00Q3");
    }

    @Test
    void aDryRunSendsNothingAndTellsThePrice() throws Exception {
        try (PipelineFixture pipeline = fixture().start(PipelineFixture.LEAD, routes -> routes.mode(Mode.DRY_RUN))) {
            EnrichmentSummary summary = page(pipeline);

            assertThat(leadIQ.requestCount()).isZero();
            assertThat(pipeline.crm.writes).isEmpty();
            assertThat(summary.estimatedCredits()).isEqualByComparingTo("2.1");
            assertThat(summary.diffs()).hasSize(3).noneMatch(EnrichmentDiff::sampled);
            assertThat(summary.diffs().get(0).fields())
                    .extracting(EnrichmentDiff.Field::name)
                    .containsExactlyInAnyOrder("Email", "Title", "LinkedIn_URL__c");
            assertThat(summary.diffs().get(2).estimatedCredits()).isEqualByComparingTo("0.1");
        }
    }

    @Test
    void aPreviewSpendsOnSamplesAndWritesNothing() throws Exception {
        try (PipelineFixture pipeline = fixture()
                .start(PipelineFixture.LEAD, routes -> routes.mode(Mode.PREVIEW).parameter("samples", "1"))) {
            EnrichmentSummary summary = page(pipeline);

            assertThat(pipeline.crm.writes).isEmpty();
            assertThat(pipeline.spent()).isEqualByComparingTo("1");
            assertThat(summary.diffs())
                    .filteredOn(EnrichmentDiff::sampled)
                    .singleElement()
                    .satisfies(diff -> {
                        assertThat(diff.fields())
                                .filteredOn(field -> field.name().equals("Email"))
                                .singleElement()
                                .satisfies(field -> assertThat(field.after()).isEqualTo("ada.example@acme.example"));
                    });
        }
    }

    @Test
    void takesBackWhatIsStillOurs() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            page(pipeline);
            assertThat(pipeline.crm.value("00Q1", "Title")).isNotNull();
            pipeline.crm.records.get("00Q1").put("Title", "Chief Example");
            Rollback rollback = new Rollback(
                    pipeline.state,
                    new CamelCrm(
                            pipeline.context.createProducerTemplate(),
                            "direct:read",
                            "direct:write",
                            "direct:describe",
                            Clock.systemUTC()),
                    Clock.systemUTC());

            Rollback.Result result = rollback.run("run-1");

            assertThat(result).isEqualTo(new Rollback.Result(7, 1, 0, 0));
            assertThat(pipeline.crm.value("00Q1", "Email")).isNull();
            assertThat(pipeline.crm.value("00Q1", "Title")).isEqualTo("Chief Example");
            assertThat(pipeline.crm.value("00Q2", "Title")).isNull();
            assertThat(pipeline.crm.value("00Q3", "Email")).isEqualTo("cleo.example@acme.example");
            // once more: nothing of ours is left; and what was taken back is not filled again
            assertThat(rollback.run("run-1").restored()).isZero();
            assertThat(page(pipeline).counts().written()).isZero();
        }
    }
}
