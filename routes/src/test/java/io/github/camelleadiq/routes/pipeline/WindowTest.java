/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.salesforce.SalesforceCallException;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunCounts;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.camel.model.errorhandler.DeadLetterChannelDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can happen to a window of a run while it waits or is worked on. */
class WindowTest {
    private static final String RUN = "backfill-1";

    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @TempDir
    Path directory;

    private final LeadIQSimulator leadIQ = LEADIQ.simulator();

    private static String[] leads(PipelineFixture pipeline, int count) {
        String[] ids =
                IntStream.range(0, count).mapToObj(i -> "00Q" + (1_000 + i)).toArray(String[]::new);
        for (String id : ids) {
            pipeline.crm.lead(id, "FirstName", "Ada", "LastName", "Example" + id, "Website", "acme.example");
        }
        return ids;
    }

    private static List<String> written(PipelineFixture pipeline) {
        return pipeline.crm.writes.stream()
                .flatMap(List::stream)
                .map(CrmPatch::recordId)
                .toList();
    }

    private static PipelineFixture withLookup(PipelineFixture pipeline, Step step) throws Exception {
        pipeline.context.getRegistry().bind("ownLookup", step);
        return pipeline.start(PipelineFixture.LEAD, routes -> routes.step("lookupStep", "bean:ownLookup"));
    }

    @Test
    void aBudgetThatEndsInItsMiddleIsKeptToTheRecord() throws Exception {
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start()) {
            String[] ids = leads(pipeline, 300);

            // each can cost two credits, and costs one
            pipeline.cappedPage(RUN, "120", ids);
            assertThat(pipeline.state(RUN)).isEqualTo(RunState.PAUSED);
            assertThat(pipeline.spent()).isEqualByComparingTo("119");
            assertThat(pipeline.counts(RUN)).isEqualTo(new RunCounts(119, 119, 119, 119, 0, 0));
            assertThat(written(pipeline)).hasSize(119);

            pipeline.cappedPage(RUN, "301");
            assertThat(pipeline.spent()).isEqualByComparingTo("300");
            assertThat(pipeline.counts(RUN)).isEqualTo(new RunCounts(300, 300, 300, 300, 0, 0));
            assertThat(written(pipeline)).containsExactlyInAnyOrder(ids);
        }
    }

    /** Others of it are locked, so it comes again and again. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSettledOfItStaysSettledWhileOthersComeAgain(boolean isRun) throws Exception {
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start()) {
            String[] ids = leads(pipeline, 250);
            pipeline.crm.records.remove(ids[2]);
            Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
            pipeline.crm.answer = patch -> {
                String id = patch.recordId();
                int attempt =
                        tries.computeIfAbsent(id, none -> new AtomicInteger()).incrementAndGet();
                if (id.equals(ids[0])) {
                    return new WriteOutcome(id, WriteOutcome.Status.INVALID, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "no");
                }
                return id.equals(ids[1]) && attempt < 4
                        ? new WriteOutcome(id, WriteOutcome.Status.RETRY_LATER, "UNABLE_TO_LOCK_ROW", null)
                        : null;
            };
            if (isRun) {
                pipeline.awaitEnd(pipeline.offer(RUN, null, ids));
            } else {
                // the same change of many records is one event
                pipeline.send(List.of(PipelineFixture.event(ChangeKind.UPDATE, null, Set.of("Website"), ids)));
                pipeline.awaitSettled();
            }

            assertThat(tries.remove(ids[1])).hasValue(4);
            assertThat(tries).hasSize(248).allSatisfy((id, attempts) -> assertThat(attempts)
                    .hasValue(1));
            for (String id : ids) {
                assertThat(pipeline.state.log().ofRecord("Lead", id))
                        .filteredOn(logged -> logged.entry().field() == null)
                        .as(id)
                        // what the locked one has cost has an entry of its own
                        .hasSize(id.equals(ids[2]) ? 0 : id.equals(ids[1]) ? 2 : 1);
            }
            assertThat(pipeline.state.log().ofRecord("Lead", ids[0])).hasSize(1);
            assertThat(pipeline.state.deadLetters().list(0, 10)).hasSize(1);
            assertThat(pipeline.spent()).isEqualByComparingTo("249");
        }
    }

    @Test
    void aWriteWhoseAnswerWasLostIsCounted() throws Exception {
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start()) {
            String[] ids = leads(pipeline, 20);
            AtomicInteger lost = new AtomicInteger(20);
            pipeline.crm.answer = patch -> {
                if (lost.getAndDecrement() <= 0) {
                    return null;
                }
                Map<String, Object> fields = pipeline.crm.records.get(patch.recordId());
                patch.changes().forEach(change -> fields.put(change.field(), change.after()));
                fields.putAll(patch.stamps());
                return new WriteOutcome(patch.recordId(), WriteOutcome.Status.UNAVAILABLE, "NO_ANSWER", null);
            };
            Run run = pipeline.offer(RUN, null, ids);
            pipeline.awaitEnd(run);

            assertThat(written(pipeline)).containsExactlyInAnyOrder(ids);
            assertThat(pipeline.counts(RUN)).isEqualTo(new RunCounts(20, 20, 20, 20, 0, 0));
            assertThat(pipeline.spent()).isEqualByComparingTo("20");
        }
    }

    @Test
    void whatCouldNotBeWrittenIsNotAskedAboutAgain() throws Exception {
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start()) {
            String[] ids = leads(pipeline, 250);
            AtomicInteger locked = new AtomicInteger(250);
            AtomicLong requests = new AtomicLong();
            pipeline.crm.answer = patch -> {
                if (locked.getAndDecrement() <= 0) {
                    return null;
                }
                requests.compareAndSet(0, pipeline.lookups());
                // what was answered is about another person
                pipeline.crm.records.get(ids[0]).put("LastName", "Corrected");
                return new WriteOutcome(patch.recordId(), WriteOutcome.Status.RETRY_LATER, "UNABLE_TO_LOCK_ROW", null);
            };
            Run run = pipeline.offer(RUN, null, ids);
            pipeline.awaitEnd(run);

            assertThat(pipeline.counts(RUN)).isEqualTo(new RunCounts(250, 250, 250, 250, 0, 0));
            assertThat(pipeline.lookups()).isEqualTo(requests.get() + 1);
            assertThat(pipeline.spent()).isEqualByComparingTo("251");
            assertThat((String) pipeline.crm.value(ids[0], "Email")).contains("corrected");
        }
    }

    @Test
    void anOptOutThatIsSetWhileItWaitsIsHeard() throws Exception {
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start()) {
            String[] ids = leads(pipeline, 20);
            leadIQ.faults().when(request -> !request.introspection(), Fault.status(503));
            Run run = pipeline.offer(RUN, null, ids);
            await().until(() -> pipeline.summaries.size() > 1);

            pipeline.crm.records.get(ids[7]).put("HasOptedOutOfEmail", true);
            int before = pipeline.summaries.size();
            // one attempt may have read the record before, and ask LeadIQ only now
            await().until(() -> pipeline.summaries.size() > before + 1);
            leadIQ.faults().clear();
            pipeline.awaitEnd(run);

            assertThat(pipeline.crm.value(ids[7], "Email")).isNull();
            assertThat(pipeline.crm.value(ids[8], "Email")).isNotNull();
            assertThat(pipeline.spent()).isLessThan(new BigDecimal("20"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "PT-2H"})
    void aClockThatJumpsWhileItIsWorkedOnLosesNothingAndBuysNothingTwice(Duration jump) throws Exception {
        MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
        AtomicInteger jumps = new AtomicInteger();
        LookupStep lookup = new LookupStep();
        try (PipelineFixture pipeline = withLookup(new PipelineFixture(leadIQ, directory, clock), batch -> {
            Batch answered = lookup.apply(batch);
            if (jumps.getAndIncrement() == 0) {
                clock.pass(jump);
            }
            return answered;
        })) {
            String[] ids = leads(pipeline, 250);

            pipeline.page(RUN, ids);

            assertThat(pipeline.counts(RUN)).isEqualTo(new RunCounts(250, 250, 250, 250, 0, 0));
            assertThat(written(pipeline)).containsExactlyInAnyOrder(ids);
            assertThat(pipeline.spent()).isEqualByComparingTo("250");
        }
    }

    /** A window is written for a while, 200 records at a time. */
    @Test
    void whatAPersonEntersWhileOthersOfTheWindowAreWrittenIsNotOverwritten() throws Exception {
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory).start()) {
            String[] ids = leads(pipeline, 450);
            pipeline.crm.answer = patch -> {
                // a person takes the records that are written last
                if (patch.recordId().equals(ids[0]) || patch.recordId().equals(ids[200])) {
                    for (int i = patch.recordId().equals(ids[0]) ? 200 : 400; i < ids.length; i++) {
                        pipeline.crm.records.get(ids[i]).put("Title", "Entered by a person");
                    }
                }
                return null;
            };

            pipeline.page(RUN, ids);

            for (int i = 0; i < ids.length; i++) {
                assertThat(pipeline.crm.value(ids[i], "Title").equals("Entered by a person"))
                        .as(ids[i])
                        .isEqualTo(i >= 200);
            }
            assertThat(pipeline.crm.writes).hasSize(3);
            assertThat(pipeline.crm.reads).extracting(List::size).containsExactly(450, 200, 200, 50);
            assertThat(pipeline.counts(RUN).read()).isEqualTo(450);
        }
    }

    @Test
    void aCrmThatGoesAwayInItsMiddleIsNotTriedForTheRest() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory)
                .start(PipelineFixture.LEAD, routes -> routes.parameter("outagePause", "1h"))) {
            String[] ids = leads(pipeline, 1_000);
            pipeline.crm.reading = () -> {
                // the window's first reading, and the second one of the first 200
                if (reads.incrementAndGet() > 2) {
                    throw new SalesforceCallException("SERVER_UNAVAILABLE", 503, true, null);
                }
            };

            Run run = pipeline.offer(RUN, null, ids);
            await().until(() -> pipeline.summaries.size() == 1);

            assertThat(pipeline.summaries.get(0).postponed()).isEqualTo(800);
            assertThat(pipeline.counts(RUN)).isEqualTo(new RunCounts(200, 200, 200, 200, 0, 0));
            assertThat(written(pipeline)).containsExactlyInAnyOrder(Arrays.copyOf(ids, 200));
            assertThat(reads).hasValue(3);
            assertThat(pipeline.state.runs().isSettled(run)).isFalse();
        }
    }

    /** Such as a global dead letter channel. */
    @Test
    void aStepWhoseExceptionAnErrorHandlerTakesHasFailedAllTheSame() throws Exception {
        AtomicInteger matches = new AtomicInteger();
        MatchStep match = new MatchStep();
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory)) {
            pipeline.context.getRegistry().bind("ownMatch", (Step) batch -> {
                if (matches.incrementAndGet() == 2) {
                    throw new IllegalStateException("the second portion");
                }
                return match.apply(batch);
            });
            pipeline.context
                    .getCamelContextExtension()
                    .setErrorHandlerFactory(new DeadLetterChannelDefinition("log:taken"));
            pipeline.start(PipelineFixture.LEAD, routes -> routes.step("matchStep", "bean:ownMatch"));
            String[] ids = leads(pipeline, 450);

            Run run = pipeline.offer(RUN, null, ids);
            pipeline.awaitEnd(run);

            assertThat(written(pipeline)).containsExactlyInAnyOrder(ids);
            // the first portion was written by the attempt that failed
            assertThat(pipeline.counts(RUN)).isEqualTo(new RunCounts(450, 450, 450, 450, 0, 0));
            assertThat(pipeline.state.deadLetters().list(0, 10)).isEmpty();
        }
    }

    /** A window takes a minute at LeadIQ's usual rate. */
    @Test
    void changesDoNotWaitForItAndNothingIsWrittenTwice() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        LookupStep lookup = new LookupStep();
        try (PipelineFixture pipeline = withLookup(new PipelineFixture(leadIQ, directory), batch -> {
            Batch answered = lookup.apply(batch);
            if (batch.isOfRun() && !batch.isEmpty()) {
                reached.countDown();
                await().until(() -> goOn.getCount() == 0);
            }
            return answered;
        })) {
            try {
                String[] ids = leads(pipeline, 40);
                pipeline.crm.lead("00Q1", "FirstName", "Bob", "LastName", "Example", "Website", "acme.example");
                Run run = pipeline.offer(RUN, null, ids);
                await().until(() -> reached.getCount() == 0);

                pipeline.change("00Q1", ids[7]);
                await().until(() -> pipeline.count(EventState.DONE) == 2);

                assertThat(pipeline.counts(RUN)).isEqualTo(RunCounts.NONE);
                assertThat(written(pipeline)).containsExactlyInAnyOrder("00Q1", ids[7]);
                goOn.countDown();
                pipeline.awaitEnd(run);
                assertThat(pipeline.counts(RUN).read()).isEqualTo(40);
                assertThat(written(pipeline)).doesNotHaveDuplicates().hasSize(41);
                assertThat(pipeline.spent()).isEqualByComparingTo("41");
            } finally {
                goOn.countDown();
            }
        }
    }
}
