/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that are found by catching up, where nobody says what has changed. */
class MissedChangesTest {
    @TempDir
    Path directory;

    private LeadIQSimulator leadIQ;

    @BeforeEach
    void listen() {
        leadIQ = LeadIQSimulator.builder().start();
    }

    @AfterEach
    void hangUp() {
        leadIQ.close();
    }

    /** A lead that LeadIQ does not know by this name, looked up once. */
    private PipelineFixture notFound() throws Exception {
        PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start();
        pipeline.crm.lead("00Q1", "FirstName", "Nobody", "LastName", "Example", "Website", "acme.example");
        pipeline.change("00Q1");
        pipeline.awaitSettled();
        assertThat(pipeline.crm.value("00Q1", "LeadIQ_Status__c")).isEqualTo("NotFound");
        return pipeline;
    }

    private static ChangeEvent gap() {
        return PipelineFixture.event(ChangeKind.GAP, null, Set.of(), "00Q1");
    }

    private static ChangeEvent update(Set<String> fields) {
        return PipelineFixture.event(ChangeKind.UPDATE, null, fields, "00Q1");
    }

    @Test
    void aCorrectedNameIsLookedUpOnce() throws Exception {
        try (PipelineFixture pipeline = notFound()) {
            long lookups = pipeline.lookups();
            // our own stamps, found by catching up
            pipeline.send(List.of(gap()));
            pipeline.awaitSettled();
            assertThat(pipeline.lookups()).isEqualTo(lookups);

            pipeline.crm.records.get("00Q1").put("FirstName", "Noemail");
            pipeline.send(List.of(gap()));
            pipeline.awaitSettled();
            assertThat(pipeline.crm.value("00Q1", "Title")).isNotNull();
            long corrected = pipeline.lookups();
            assertThat(corrected).isGreaterThan(lookups);

            // what we have just written, found by catching up, with an email still missing
            pipeline.send(List.of(gap()));
            pipeline.awaitSettled();
            assertThat(pipeline.lookups()).isEqualTo(corrected);
        }
    }

    /** Where the last look is so old that a look-up would be worth it. */
    @Test
    void whatOthersHaveChangedIsPaidForOnlyIfItIsWatched() throws Exception {
        MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory, clock).start()) {
            pipeline.crm.lead("00Q1", "FirstName", "Noemail", "LastName", "Example", "Website", "acme.example");
            pipeline.change("00Q1");
            pipeline.awaitSettled();
            assertThat(pipeline.crm.value("00Q1", "Title")).isNotNull();
            long lookups = pipeline.lookups();

            clock.pass(Duration.ofDays(100));
            pipeline.crm.records.get("00Q1").put("Fax", "+1 555 0100");
            pipeline.send(List.of(gap()));
            pipeline.awaitSettled();
            assertThat(pipeline.lookups()).isEqualTo(lookups);

            pipeline.crm.records.get("00Q1").put("FirstName", "Ada");
            pipeline.send(List.of(gap()));
            pipeline.awaitSettled();
            assertThat(pipeline.lookups()).isGreaterThan(lookups);
        }
    }

    /** The record was looked up, and what came of it is not written yet. */
    @Test
    void aWriteThatFailsIsNotTakenForALook() throws Exception {
        MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory, clock)) {
            pipeline.start(PipelineFixture.LEAD, routes -> routes.parameter("retryDelay", "0")
                    .parameter("maxRetryDelay", "0"));
            pipeline.crm.lead("00Q1", "FirstName", "Nobody", "LastName", "Example", "Website", "acme.example");
            pipeline.change("00Q1");
            pipeline.awaitSettled();
            clock.pass(Duration.ofDays(100));
            pipeline.crm.records.get("00Q1").put("FirstName", "Ada");
            AtomicInteger locked = new AtomicInteger(2);
            pipeline.crm.answer = patch -> locked.getAndDecrement() > 0
                    ? new WriteOutcome("00Q1", WriteOutcome.Status.RETRY_LATER, "UNABLE_TO_LOCK_ROW", null)
                    : null;

            pipeline.send(List.of(gap()));
            pipeline.awaitSettled();

            assertThat(pipeline.crm.value("00Q1", "Email")).isNotNull();
        }
    }

    @Test
    void anEventThatSaysWhatChangedIsNotLostInAGap() throws Exception {
        try (PipelineFixture pipeline = notFound()) {
            pipeline.crm.records.get("00Q1").put("FirstName", "Ada");
            pipeline.send(List.of(update(Set.of("FirstName")), gap()));
            pipeline.awaitSettled();
            assertThat(pipeline.crm.value("00Q1", "Email")).isNotNull();
        }
    }

    @Test
    void anEventOfOursInAGapIsStillOurs() throws Exception {
        try (PipelineFixture pipeline = notFound()) {
            pipeline.crm.records.get("00Q1").put("FirstName", "Noemail");
            pipeline.send(List.of(update(Set.of("FirstName"))));
            pipeline.awaitSettled();
            CrmPatch patch = pipeline.crm.writes.get(1).get(0);
            Set<String> fields =
                    patch.changes().stream().map(FieldChange::field).collect(Collectors.toSet());
            fields.addAll(patch.stamps().keySet());
            assertThat(fields).contains("LinkedIn_URL__c", "LeadIQ_Id__c");
            long lookups = pipeline.lookups();

            pipeline.send(List.of(gap(), update(fields)));
            pipeline.awaitSettled();
            assertThat(pipeline.lookups()).isEqualTo(lookups);
        }
    }
}
