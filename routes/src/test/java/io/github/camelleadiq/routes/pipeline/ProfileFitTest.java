/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.ProfileReader;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when the org does not show what the profile is about. */
class ProfileFitTest {
    private static final EnrichmentProfile EMAIL_AND_PHONE = Fixtures.profile(
            """
            mapping:
              Email: person.email.work
              Phone: person.phone.direct
            minConfidence: 0.6
            stamps: {leadiqId: LeadIQ_Id__c, enrichedAt: LeadIQ_Enriched_At__c, status: LeadIQ_Status__c}
            optOuts:
              DoNotCall: person.phone
              HasOptedOutOfFax: person.phone.fax
            """);

    private static LeadIQSimulator leadIQ;

    @TempDir
    Path directory;

    private LogLines log;

    @BeforeAll
    static void listen() {
        leadIQ = LeadIQSimulator.builder().start();
    }

    @AfterAll
    static void hangUp() {
        leadIQ.close();
    }

    @BeforeEach
    void forget() {
        leadIQ.reset();
        log = new LogLines();
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    private PipelineFixture fixture() throws Exception {
        PipelineFixture pipeline = new PipelineFixture(leadIQ, directory);
        pipeline.crm.lead(
                "00Q1", "FirstName", "Ada", "LastName", "Example", "Website", "acme.example", "DoNotCall", true);
        return pipeline;
    }

    private static PipelineFixture start(PipelineFixture pipeline) throws Exception {
        return pipeline.start(EMAIL_AND_PHONE, routes -> routes);
    }

    @Test
    void anOptOutThatTheOrgHidesStopsTheObjectUntilItShows() throws Exception {
        try (PipelineFixture pipeline = fixture()) {
            pipeline.crm.hidden.add("DoNotCall");
            start(pipeline);
            // nobody has changed anything yet
            await().until(() -> !log.with("DoNotCall").isEmpty());
            assertThat(log.with("DoNotCall").get(0))
                    .startsWith("ERROR Enrichment of Lead is stopped: FATAL test.yaml:18:3: DoNotCall: ")
                    .contains("field-level security");

            pipeline.change("00Q1");
            int told = log.with("DoNotCall").size();
            await().until(() -> log.with("DoNotCall").size() > told + 1);
            assertThat(pipeline.count(EventState.DONE) + pipeline.count(EventState.DEAD))
                    .isZero();
            assertThat(pipeline.spent()).isZero();
            assertThat(pipeline.crm.writes).isEmpty();

            pipeline.crm.hidden.clear();
            pipeline.awaitSettled();
            assertThat(pipeline.crm.value("00Q1", "Email")).isNotNull();
            assertThat(pipeline.crm.value("00Q1", "Phone")).isNull();
        }
    }

    @Test
    void aRunWaitsUntilTheProfileFits() throws Exception {
        try (PipelineFixture pipeline = fixture()) {
            pipeline.crm.hidden.add("DoNotCall");
            start(pipeline);

            Run run = pipeline.offer("run", null, "00Q1");
            await().until(() -> log.with("DoNotCall").size() > 1);
            assertThat(pipeline.spent()).isZero();

            pipeline.crm.hidden.clear();
            pipeline.awaitEnd(run);
            assertThat(pipeline.crm.value("00Q1", "Email")).isNotNull();
        }
    }

    @Test
    void aTypingErrorInTheOnlyIdentifierStopsTheObject() throws Exception {
        EnrichmentProfile mistyped = ProfileReader.read(
                "own.yaml",
                """
                object: Lead
                kind: person
                identifiers:
                  email: Emial
                mapping:
                  Title: person.title
                """);
        try (PipelineFixture pipeline = fixture()) {
            pipeline.start(mistyped, routes -> routes);
            await().until(() -> !log.with("Emial").isEmpty());
            assertThat(log.with("Emial").get(0))
                    .startsWith("ERROR")
                    .contains("own.yaml:4:10: Emial: ", "did you mean 'Email'?");
        }
    }

    @Test
    void anOptOutThatNobodyReadCountsAsOne() throws Exception {
        try (PipelineFixture pipeline = fixture()) {
            pipeline.crm.leftOut.add("DoNotCall");
            start(pipeline);

            pipeline.change("00Q1");
            pipeline.awaitSettled();

            assertThat(pipeline.crm.value("00Q1", "Phone")).isNull();
            assertThat(pipeline.spent()).isEqualByComparingTo("1");
            assertThat(log.with("DoNotCall")).singleElement().asString().contains("field-level security");
        }
    }

    @Test
    void whatIsOnlyMissedIsSaidOnceAndEnrichmentGoesOn() throws Exception {
        try (PipelineFixture pipeline = fixture()) {
            pipeline.crm.hidden.addAll(
                    List.of("LeadIQ_Id__c", "LeadIQ_Enriched_At__c", "LeadIQ_Status__c", "HasOptedOutOfFax"));
            start(pipeline);

            pipeline.change("00Q1");
            pipeline.awaitSettled();
            pipeline.crm.lead("00Q2", "FirstName", "Bob", "LastName", "Example", "Website", "acme.example");
            pipeline.change("00Q2");
            pipeline.awaitSettled();

            assertThat(pipeline.crm.value("00Q1", "Email")).isNotNull();
            assertThat(pipeline.crm.value("00Q2", "Phone")).isNotNull();
            // the fields, each once; this pipeline takes pages as well, but none came
            assertThat(log.lines).hasSize(4).allMatch(line -> line.startsWith("WARN"));
            assertThat(log.with("LeadIQ_Status__c: is not a field of Lead")).hasSize(1);
        }
    }

    @Test
    void anOrgThatIsAwayAtTheStartIsCheckedLater() throws Exception {
        try (PipelineFixture pipeline = fixture()) {
            pipeline.crm.undescribed = true;
            pipeline.crm.hidden.add("DoNotCall");
            start(pipeline);
            pipeline.change("00Q1");
            await().until(() -> !log.with("Cannot read records of Lead").isEmpty());
            assertThat(log.with("DoNotCall")).isEmpty();

            pipeline.crm.undescribed = false;
            await().until(() -> !log.with("DoNotCall").isEmpty());
            assertThat(pipeline.count(EventState.DONE) + pipeline.count(EventState.DEAD))
                    .isZero();
            assertThat(pipeline.spent()).isZero();
        }
    }
}
