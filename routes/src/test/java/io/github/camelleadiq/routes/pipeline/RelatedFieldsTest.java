/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.ProfileReader;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields of related records, which no description tells of. */
class RelatedFieldsTest {
    private static final String PROFILE =
            """
            object: Lead
            kind: person
            identifiers:
              firstName: FirstName
              lastName: LastName
              companyName: Account.Name
              domain: Account.Website
            mapping:
              Email: person.email.work
            minConfidence: 0.5
            """;

    @TempDir
    Path directory;

    private LeadIQSimulator leadIQ;
    private LogLines log;

    @BeforeEach
    void listen() {
        leadIQ = LeadIQSimulator.builder().start();
        log = new LogLines();
    }

    @AfterEach
    void hangUp() {
        leadIQ.close();
        log.close();
    }

    private PipelineFixture fixture(String more) throws Exception {
        EnrichmentProfile profile = ProfileReader.read("contact.yaml", PROFILE + more);
        PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start(profile, routes -> routes);
        for (String id : List.of("00Q1", "00Q2")) {
            pipeline.crm.lead(
                    id,
                    "FirstName",
                    "Ada",
                    "LastName",
                    "Example",
                    "Account.Name",
                    "Acme",
                    "Account.Website",
                    "acme.example");
        }
        return pipeline;
    }

    @Test
    void oneThatTheOrgHidesIsDoneWithout() throws Exception {
        try (PipelineFixture pipeline = fixture("")) {
            pipeline.crm.refused.add("Account.Website");

            pipeline.change("00Q1");
            pipeline.awaitSettled();
            int reads = pipeline.crm.reads.size();
            pipeline.change("00Q2");
            pipeline.awaitSettled();

            assertThat(pipeline.crm.value("00Q1", "Email")).isNotNull();
            assertThat(pipeline.crm.value("00Q2", "Email")).isNotNull();
            // once before LeadIQ is asked and once before the write
            assertThat(pipeline.crm.reads).hasSize(reads + 2);
            assertThat(log.lines).singleElement().asString().contains("without Account.Website", "INVALID_FIELD");
        }
    }

    @Test
    void anOptOutAmongThemIsStillHeeded() throws Exception {
        try (PipelineFixture pipeline = fixture("optOuts: {Account.Do_Not_Contact__c: person.email}\n")) {
            pipeline.crm.refused.add("Account.Do_Not_Contact__c");

            pipeline.change("00Q1");
            pipeline.awaitSettled();

            assertThat(pipeline.crm.value("00Q1", "Email")).isNull();
            assertThat(pipeline.spent()).isZero();
            assertThat(log.with("Account.Do_Not_Contact__c, which counts as an opt-out"))
                    .hasSize(1);
        }
    }

    @Test
    void aRefusalThatIsNotAboutThemIsNamed() throws Exception {
        try (PipelineFixture pipeline = fixture("")) {
            pipeline.crm.refused.add("Email");

            pipeline.change("00Q1");
            await().until(() ->
                    !log.with("Salesforce: INVALID_FIELD (HTTP 400)").isEmpty());
            assertThat(log.with("without")).isEmpty();

            pipeline.crm.refused.clear();
            pipeline.awaitSettled();
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(1);
            assertThat(pipeline.crm.value("00Q1", "Email")).isNotNull();
        }
    }
}
