/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of records that somebody hands over with fewer fields than the profile needs. */
class PartialRecordsTest {
    private static final EnrichmentProfile EMAIL_AND_PHONE = Fixtures.profile(
            """
            mapping:
              Email: person.email.work
              Phone: person.phone.direct
            minConfidence: 0.6
            optOuts:
              DoNotCall: person.phone
            """);
    private static final String THEIRS = "+1 555 555 0100";

    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @TempDir
    Path directory;

    private final LeadIQSimulator leadIQ = LEADIQ.simulator();

    private PipelineFixture fixture() throws Exception {
        PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start(EMAIL_AND_PHONE, routes -> routes);
        pipeline.crm
                .lead(
                        "00Q1",
                        "FirstName",
                        "Ada",
                        "LastName",
                        "Example",
                        "Website",
                        "acme.example",
                        "Phone",
                        THEIRS,
                        "Email",
                        "ada@acme.example")
                .lead(
                        "00Q2",
                        "FirstName",
                        "Bob",
                        "LastName",
                        "Example",
                        "Website",
                        "acme.example",
                        "Email",
                        "bob@acme.example",
                        "DoNotCall",
                        true);
        return pipeline;
    }

    @Test
    void whatWasNotReadIsNeitherEmptyNorAllowed() throws Exception {
        try (PipelineFixture pipeline = fixture()) {
            page(pipeline, some(pipeline, "00Q1"), some(pipeline, "00Q2"));

            assertThat(pipeline.crm.value("00Q1", "Phone")).isEqualTo(THEIRS);
            assertThat(pipeline.crm.value("00Q1", "Email")).isEqualTo("ada@acme.example");
            assertThat(pipeline.crm.value("00Q2", "Phone")).isNull();
            assertThat(pipeline.spent()).isZero();
            assertThat(pipeline.lookups()).isZero();
        }
    }

    @Test
    void oneReadIsEnoughForAllOfThem() throws Exception {
        try (PipelineFixture pipeline = fixture()) {
            pipeline.crm.lead("00Q3", "FirstName", "Cleo", "LastName", "Example", "Website", "acme.example");

            page(pipeline, new CrmRecord("Lead", "00Q1", Map.of()), new CrmRecord("Lead", "00Q3", Map.of()));

            assertThat(pipeline.crm.reads).containsExactly(List.of("00Q1", "00Q3"));
            assertThat(pipeline.crm.value("00Q3", "Email")).isNotNull();
        }
    }

    @Test
    void recordsWithAllThatIsNeededAreNotReadAgain() throws Exception {
        try (PipelineFixture pipeline = fixture()) {
            pipeline.crm.lead("00Q3", "FirstName", "Cleo", "LastName", "Example", "Website", "acme.example");

            page(pipeline, all(pipeline, "00Q1"), all(pipeline, "00Q3"));

            assertThat(pipeline.crm.reads).isEmpty();
            assertThat(pipeline.crm.value("00Q3", "Email")).isNotNull();
        }
    }

    /** What the backfill of somebody in a hurry selects. */
    private static CrmRecord some(PipelineFixture pipeline, String id) {
        Map<String, Object> fields = new HashMap<>(pipeline.crm.records.get(id));
        fields.keySet().retainAll(List.of("FirstName", "LastName", "Website"));
        return new CrmRecord("Lead", id, fields);
    }

    private static CrmRecord all(PipelineFixture pipeline, String id) {
        Map<String, Object> fields = new HashMap<>();
        Fixtures.describe().fields().keySet().forEach(field -> fields.put(field, pipeline.crm.value(id, field)));
        return new CrmRecord("Lead", id, fields);
    }

    private static void page(PipelineFixture pipeline, CrmRecord... records) {
        pipeline.context
                .createProducerTemplate()
                .requestBodyAndHeader(
                        pipeline.routes.recordsUri("Lead"), List.of(records), RoutesConstants.RUN_ID, "backfill-1");
    }
}
