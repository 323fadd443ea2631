/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.core.WriteOutcome.Status;
import io.github.camelleadiq.routes.salesforce.SalesforceCallException;
import io.github.camelleadiq.routes.state.DeadLetter;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunCounts;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import java.nio.file.Path;
import java.util.List;
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

    /** A description can be an hour old, and a read that names a field that is no more is refused as a whole. */
    @Test
    void aFieldThatIsTakenAwayIsNamedAndDoneWithout() throws Exception {
        try (LogLines log = new LogLines();
                PipelineFixture pipeline = PipelineFixture.withLeads(leadIQ, directory)) {
            pipeline.start();
            pipeline.change("00Q1");
            pipeline.awaitSettled();
            pipeline.crm.hidden.add("Title");
            pipeline.crm.refused.add("Title");

            pipeline.change("00Q2");
            pipeline.awaitSettled();

            assertThat(pipeline.crm.value("00Q1", "Title")).isNotNull();
            assertThat(pipeline.crm.value("00Q2", "Email")).isNotNull();
            assertThat(pipeline.crm.value("00Q2", "Title")).isNull();
            assertThat(pipeline.crm.describedAgain).isEqualTo(1);
            assertThat(log.lines).singleElement().asString().contains("does not fit", "Title");
        }
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

            pipeline.offer("backfill-1", null, ids);
            await().until(() -> !pipeline.summaries.isEmpty());

            assertThat(pipeline.summaries.get(0).postponed()).isEqualTo(450);
            assertThat(pipeline.crm.writes).hasSize(1);
            // they wait together still
            assertThat(pipeline.count(EventState.PENDING) + pipeline.count(EventState.LEASED))
                    .isEqualTo(1);
        }
    }

    @Test
    void aRunWaitsForLeadIQAndGoesOn() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            leadIQ.faults().when(request -> !request.introspection(), Fault.status(503));

            Run run = pipeline.offer("backfill-1", null, "00Q1", "00Q2");
            await().until(() -> pipeline.summaries.size() > 2);
            assertThat(pipeline.counts("backfill-1")).isEqualTo(RunCounts.NONE);

            leadIQ.faults().clear();
            pipeline.awaitEnd(run);
            assertThat(pipeline.counts("backfill-1")).isEqualTo(new RunCounts(2, 2, 2, 2, 0, 0));
            // its summary comes after that, and is not to be taken for the next one
            await().until(() -> pipeline.summaries.stream()
                    .anyMatch(summary -> summary.counts().written() == 2));
            assertThat(pipeline.page("backfill-1", "00Q1", "00Q2").counts().written())
                    .isZero();
            assertThat(pipeline.spent()).isEqualByComparingTo("2");
        }
    }

    @Test
    void whatIsFinishedBeforeAPauseCountsOnce() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            pipeline.crm.answer = patch -> patch.recordId().equals("00Q2")
                    ? new WriteOutcome("00Q2", Status.UNAVAILABLE, "REQUEST_LIMIT_EXCEEDED", "later")
                    : null;

            Run run = pipeline.offer("backfill-1", null, "00Q1", "00Q2", "00Q3");
            await().until(() -> pipeline.summaries.size() > 1);
            assertThat(pipeline.counts("backfill-1")).isEqualTo(new RunCounts(2, 2, 2, 2, 0, 0));

            pipeline.crm.answer = patch -> null;
            pipeline.awaitEnd(run);
            assertThat(pipeline.counts("backfill-1")).isEqualTo(new RunCounts(3, 3, 3, 3, 0, 0));
        }
    }

    @Test
    void aLockedRowOfARunIsWrittenLater() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            AtomicInteger locked = new AtomicInteger(1);
            pipeline.crm.answer = patch -> patch.recordId().equals("00Q2") && locked.getAndDecrement() > 0
                    ? new WriteOutcome("00Q2", Status.RETRY_LATER, "UNABLE_TO_LOCK_ROW", "locked")
                    : null;

            EnrichmentSummary first = pipeline.page("backfill-1", "00Q1", "00Q2");

            assertThat(first.counts().written()).isEqualTo(1);
            assertThat(first.postponed()).isEqualTo(1);
            assertThat(pipeline.counts("backfill-1")).isEqualTo(new RunCounts(2, 2, 2, 2, 0, 0));
            assertThat(pipeline.crm.value("00Q2", "Email")).isNotNull();
        }
    }

    @Test
    void aRowOfARunThatStaysLockedIsGivenUpAndCanBeReplayed() throws Exception {
        try (PipelineFixture pipeline =
                fixture().start(PipelineFixture.LEAD, routes -> routes.parameter("maxAttempts", "2"))) {
            pipeline.crm.answer = patch -> patch.recordId().equals("00Q2")
                    ? new WriteOutcome("00Q2", Status.RETRY_LATER, "UNABLE_TO_LOCK_ROW", "locked")
                    : null;

            pipeline.page("backfill-1", "00Q1", "00Q2");

            RunCounts counts = new RunCounts(2, 2, 2, 1, 0, 1);
            assertThat(pipeline.counts("backfill-1")).isEqualTo(counts);
            DeadLetter letter = pipeline.state.deadLetters().list(0, 10).get(0);
            assertThat(letter.event().recordIds()).containsExactly("00Q2");

            // the run is over, and has counted it
            pipeline.crm.answer = patch -> null;
            pipeline.state.runs().move("backfill-1", RunState.DONE);
            pipeline.state.deadLetters().replay(List.of(letter.id()));
            pipeline.awaitSettled();
            assertThat(pipeline.crm.value("00Q2", "Email")).isNotNull();
            assertThat(pipeline.counts("backfill-1")).isEqualTo(counts);
        }
    }

    @Test
    void aRunSpendsNoMoreThanItMay() throws Exception {
        try (PipelineFixture pipeline = fixture().start()) {
            // a name can be answered by two people
            pipeline.cappedPage("backfill-1", "1.9", "00Q1", "00Q2", "00Q3");
            assertThat(pipeline.state("backfill-1")).isEqualTo(RunState.PAUSED);
            assertThat(pipeline.spent()).isZero();
            assertThat(pipeline.state.log().ofRecord("Lead", "00Q1")).isEmpty();

            pipeline.cappedPage("backfill-1", "3.9");
            assertThat(pipeline.state("backfill-1")).isEqualTo(RunState.PAUSED);
            assertThat(pipeline.counts("backfill-1").read()).isEqualTo(2);
            assertThat(pipeline.counts("backfill-1").written()).isEqualTo(2);
            assertThat(pipeline.spent()).isEqualByComparingTo("2");
            assertThat(pipeline.state.log().ofRecord("Lead", "00Q3")).isEmpty();

            pipeline.cappedPage("backfill-1", "4");
            assertThat(pipeline.state("backfill-1")).isEqualTo(RunState.RUNNING);
            assertThat(pipeline.crm.value("00Q3", "Email")).isNotNull();
            assertThat(pipeline.spent()).isEqualByComparingTo("3");
        }
    }
}
