/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.Paused;
import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.core.WriteOutcome.Status;
import io.github.camelleadiq.routes.salesforce.SalesforceCallException;
import io.github.camelleadiq.routes.state.DeadLetter;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.routes.state.RunCounts;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What happens when one of the others is not well. */
class FaultsTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @TempDir
    Path directory;

    private final LeadIQSimulator leadIQ = LEADIQ.simulator();

    private PipelineFixture fixture() throws Exception {
        return PipelineFixture.withLeads(leadIQ, directory);
    }

    @Test
    void oneRecordThatTheCrmRefusesDoesNotHoldTheOthersUp() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            pipeline.crm.answer = patch -> patch.recordId().equals("00Q2")
                    ? new WriteOutcome("00Q2", Status.INVALID, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "no")
                    : null;

            pipeline.change("00Q1", "00Q2", "00Q3");
            pipeline.awaitSettled();

            assertThat(pipeline.count(EventState.DONE)).isEqualTo(2);
            DeadLetter letter = pipeline.state.deadLetters().list(0, 10).get(0);
            assertThat(letter.event().recordIds()).containsExactly("00Q2");
            assertThat(letter.reason()).startsWith("FIELD_CUSTOM_VALIDATION_EXCEPTION");
            assertThat(pipeline.state.log().ofRecord("Lead", "00Q2"))
                    .singleElement()
                    .satisfies(logged -> assertThat(logged.entry().outcome()).isEqualTo(Outcome.REFUSED));

            // the rule was mended, and somebody replays the dead letter: what was bought is not paid twice
            pipeline.crm.answer = patch -> null;
            pipeline.state.deadLetters().replay(List.of(letter.id()));
            pipeline.awaitSettled();
            assertThat(pipeline.crm.value("00Q2", "Email")).isNotNull();
            assertThat(pipeline.spent()).isEqualByComparingTo("3");
        }
    }

    @Test
    void aLockedRowIsWrittenLater() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            AtomicInteger locked = new AtomicInteger(2);
            pipeline.crm.answer = patch -> patch.recordId().equals("00Q2") && locked.getAndDecrement() > 0
                    ? new WriteOutcome("00Q2", Status.RETRY_LATER, "UNABLE_TO_LOCK_ROW", "locked")
                    : null;

            pipeline.change("00Q1", "00Q2");
            pipeline.awaitSettled();

            assertThat(pipeline.count(EventState.DONE)).isEqualTo(2);
            assertThat(pipeline.crm.value("00Q2", "Email")).isNotNull();
            assertThat(pipeline.spent()).isEqualByComparingTo("2");
            assertThat(pipeline.state.log().outcomes(PipelineFixture.RUN))
                    .containsEntry(Outcome.WRITTEN, 8L)
                    .doesNotContainKey(Outcome.INTENDED);
        }
    }

    @Test
    void aRowThatStaysLockedIsGivenUp() throws Exception {
        try (PipelineFixture pipeline =
                fixture().start(PipelineFixture.LEAD, routes -> routes.parameter("maxAttempts", "3"))) {
            pipeline.crm.answer = patch -> patch.recordId().equals("00Q2")
                    ? new WriteOutcome("00Q2", Status.RETRY_LATER, "UNABLE_TO_LOCK_ROW", "locked")
                    : null;

            pipeline.change("00Q2");
            pipeline.awaitSettled();

            assertThat(pipeline.count(EventState.DEAD)).isEqualTo(1);
            assertThat(pipeline.crm.writes).hasSize(3);
        }
    }

    @Test
    void nothingIsLostWhileLeadIQIsDown() throws Exception {
        try (PipelineFixture pipeline =
                fixture().start(PipelineFixture.LEAD, routes -> routes.parameter("maxAttempts", "2"))) {
            leadIQ.faults().when(request -> !request.introspection(), Fault.status(503));

            pipeline.change("00Q1", "00Q2", "00Q3");
            // more often than a record is tried that fails by itself
            await().until(() -> pipeline.lookups() >= 5);
            assertThat(pipeline.count(EventState.DEAD)).isZero();
            assertThat(pipeline.crm.writes).isEmpty();

            leadIQ.faults().clear();
            pipeline.awaitSettled();
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(3);
            assertThat(pipeline.spent()).isEqualByComparingTo("3");
        }
    }

    /** As when an option of camel-salesforce has another name than we know. */
    @Test
    void aCrmThatIsAskedInTheWrongWayIsNotWaitedForWithoutEnd() throws Exception {
        SalesforceCallException wrong =
                new SalesforceCallException("UNEXPECTED_FAILURE", 0, true, "SalesforceException: Missing property x");
        try (PipelineFixture pipeline =
                fixture().start(PipelineFixture.LEAD, routes -> routes.parameter("maxAttempts", "3"))) {
            AtomicInteger reads = new AtomicInteger();
            pipeline.crm.reading = () -> {
                reads.incrementAndGet();
                throw wrong;
            };

            pipeline.change("00Q1");
            pipeline.awaitSettled();

            assertThat(pipeline.count(EventState.DEAD)).isEqualTo(1);
            assertThat(pipeline.state.deadLetters().list(0, 10).get(0).reason()).endsWith(wrong.getMessage());
            assertThat(reads).hasValue(3);
            assertThat(pipeline.lookups()).isZero();
        }
    }

    @Test
    void whoHandsOverAPageIsToldThatTheCrmIsAskedInTheWrongWay() throws Exception {
        SalesforceCallException wrong = new SalesforceCallException("UNEXPECTED_FAILURE", 0, true, null);
        try (PipelineFixture pipeline = fixture().start()) {
            pipeline.crm.reading = () -> {
                throw wrong;
            };
            pipeline.crm.lead("00Q4");
            assertThatThrownBy(() -> pipeline.page("run", "00Q4")).hasRootCause(wrong);
        }
    }

    @Test
    void waitsForCreditsAndGoesOn() throws Exception {
        try (PipelineFixture pipeline =
                fixture().start(PipelineFixture.LEAD, routes -> routes.parameter("maxAttempts", "1"))) {
            leadIQ.faults().when(request -> !request.introspection(), Fault.graphql(402));

            pipeline.change("00Q1", "00Q2", "00Q3");
            await().until(() -> pipeline.lookups() >= 2);
            assertThat(pipeline.count(EventState.DEAD)).isZero();

            leadIQ.faults().clear();
            pipeline.awaitSettled();
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(3);
        }
    }

    @Test
    void aPoisonedRecordIsGivenUpAloneAndInTime() throws Exception {
        try (PipelineFixture pipeline =
                fixture().start(PipelineFixture.LEAD, routes -> routes.parameter("maxAttempts", "2"))) {
            pipeline.crm.lead("00Q9", "Email", "poison@acme.example");

            pipeline.change("00Q1", "00Q9", "00Q3");
            pipeline.awaitSettled();

            assertThat(pipeline.crm.value("00Q1", "Email")).isNotNull();
            assertThat(pipeline.crm.value("00Q3", "Email")).isNotNull();
            assertThat(pipeline.state.deadLetters().list(0, 10))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.event().recordIds()).containsExactly("00Q9"));
        }
    }

    @Test
    void nothingIsLostWhileTheCrmIsDown() throws Exception {
        try (PipelineFixture pipeline =
                fixture().start(PipelineFixture.LEAD, routes -> routes.parameter("maxAttempts", "1"))) {
            pipeline.crm.down = true;
            pipeline.change("00Q1", "00Q2", "00Q3");
            await().until(() -> pipeline.state.inbox().counts().get(EventState.PENDING) == 3);

            pipeline.crm.down = false;
            pipeline.awaitSettled();
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(3);
        }
    }

    /** Twenty-five writes that fail, one after the other, would only be a burden on both. */
    @Test
    void aCrmThatCannotBeWrittenIsTriedOnceForAWindow() throws Exception {
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start()) {
            String[] ids = IntStream.range(0, 450)
                    .mapToObj(i -> "00Q" + (1_000 + i))
                    .peek(id -> pipeline.crm.lead(
                            id, "FirstName", "Ada", "LastName", "Example" + id, "Website", "acme.example"))
                    .toArray(String[]::new);
            pipeline.crm.answer =
                    patch -> new WriteOutcome(patch.recordId(), Status.UNAVAILABLE, "SERVER_UNAVAILABLE", null);

            assertThatThrownBy(() -> pipeline.page("backfill-1", ids))
                    .cause()
                    .isInstanceOf(EnrichmentPausedException.class);
            assertThat(pipeline.crm.writes).hasSize(1);
        }
    }

    @Test
    void aPageThatHasToWaitSaysSo() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            leadIQ.faults().when(request -> !request.introspection(), Fault.status(503));

            assertThatThrownBy(() -> pipeline.page("backfill-1", "00Q1", "00Q2"))
                    .hasRootCauseInstanceOf(EnrichmentPausedException.class)
                    .rootCause()
                    .isInstanceOf(Paused.class);

            leadIQ.faults().clear();
            EnrichmentSummary summary = await().ignoreExceptions()
                    .until(() -> pipeline.page("backfill-1", "00Q1", "00Q2"), done -> done != null);
            assertThat(summary.counts().written()).isEqualTo(2);
            assertThat(pipeline.page("backfill-1", "00Q1", "00Q2").counts().written())
                    .isZero();
            assertThat(pipeline.spent()).isEqualByComparingTo("2");
        }
    }

    @Test
    void aPageThatHasToWaitSaysWhatIsFinishedAllTheSame() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            pipeline.crm.answer = patch -> patch.recordId().equals("00Q2")
                    ? new WriteOutcome("00Q2", Status.UNAVAILABLE, "REQUEST_LIMIT_EXCEEDED", "later")
                    : null;

            assertThatThrownBy(() -> pipeline.page("backfill-1", "00Q1", "00Q2", "00Q3"))
                    .rootCause()
                    .isInstanceOfSatisfying(Paused.class, paused -> assertThat(paused.finished())
                            .isEqualTo(new RunCounts(0, 2, 2, 2, 0, 0)));

            pipeline.crm.answer = patch -> null;
            EnrichmentSummary summary = await().ignoreExceptions()
                    .until(() -> pipeline.page("backfill-1", "00Q1", "00Q2", "00Q3"), done -> done != null);
            assertThat(summary.counts()).isEqualTo(new RunCounts(3, 1, 1, 1, 0, 0));
        }
    }

    @Test
    void whatAPageCannotFinishGoesOnInTheInbox() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            AtomicInteger locked = new AtomicInteger(1);
            pipeline.crm.answer = patch -> patch.recordId().equals("00Q2") && locked.getAndDecrement() > 0
                    ? new WriteOutcome("00Q2", Status.RETRY_LATER, "UNABLE_TO_LOCK_ROW", "locked")
                    : null;

            EnrichmentSummary summary = pipeline.page("backfill-1", "00Q1", "00Q2");
            assertThat(summary.counts().written()).isEqualTo(1);
            assertThat(summary.postponed()).isEqualTo(1);

            pipeline.awaitSettled();
            assertThat(pipeline.crm.value("00Q2", "Email")).isNotNull();
        }
    }

    @Test
    void aPageSpendsNoMoreThanIsLeft() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            // a name can be answered by two people
            assertThat(pageOfAll(pipeline, "1.9").handedBack()).containsExactly("00Q1", "00Q2", "00Q3");
            assertThat(pipeline.spent()).isZero();
            assertThat(pipeline.state.log().ofRecord("Lead", "00Q1")).isEmpty();

            EnrichmentSummary most = pageOfAll(pipeline, "3.9");
            assertThat(most.handedBack()).containsExactly("00Q3");
            assertThat(most.counts().read()).isEqualTo(2);
            assertThat(most.counts().written()).isEqualTo(2);
            assertThat(pipeline.spent()).isEqualByComparingTo("2");
            assertThat(pipeline.state.log().ofRecord("Lead", "00Q3")).isEmpty();

            // those that are enriched cost nothing any more
            assertThat(pageOfAll(pipeline, "2").handedBack()).isEmpty();
            assertThat(pipeline.crm.value("00Q3", "Email")).isNotNull();
            assertThat(pipeline.spent()).isEqualByComparingTo("3");
        }
    }

    private static EnrichmentSummary pageOfAll(PipelineFixture pipeline, String creditsLeft) {
        return pipeline.context
                .createProducerTemplate()
                .requestBodyAndHeaders(
                        pipeline.routes.recordsUri("Lead"),
                        List.of(pipeline.crm.found("00Q1"), pipeline.crm.found("00Q2"), pipeline.crm.found("00Q3")),
                        Map.of(
                                RoutesConstants.RUN_ID,
                                "backfill-1",
                                RoutesConstants.CREDITS_LEFT,
                                new BigDecimal(creditsLeft)),
                        EnrichmentSummary.class);
    }
}
