/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.RunCounts;
import io.github.camelleadiq.routes.state.StateException;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of records that a step fails for, and of those that share a batch with them. */
class PoisonTest {
    private static final String CULPRIT = "00Q17";
    private static final Map<String, Object> FULL = Map.of(
            "FirstName",
            "Ada",
            "LastName",
            "Example",
            "Website",
            "acme.example",
            "Email",
            "ada@example.com",
            "Title",
            "Sample",
            "LinkedIn_URL__c",
            "https://www.linkedin.com/in/ada-example");

    private static LeadIQSimulator leadIQ;

    @TempDir
    Path directory;

    private final MatchStep match = new MatchStep();
    /** The highest attempt that a record was seen with. */
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

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
    }

    @Test
    void oneRecordThatFailsEveryBatchIsFoundAndGivenUpAndTheOthersAreDone() throws Exception {
        try (PipelineFixture pipeline = start("2", this::failsForTheCulprit)) {
            pipeline.change(leads(pipeline, 40));
            int others = awaitTheEndWhileOthersArrive(pipeline);

            assertTheCulpritAloneIsDead(pipeline);
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(39 + others);
            assertThat(attempts.get(CULPRIT)).isEqualTo(2);
            attempts.remove(CULPRIT);
            assertThat(attempts).hasSize(39 + others).allSatisfy((record, attempt) -> assertThat(attempt)
                    .isEqualTo(1));
        }
    }

    @Test
    void anEventOfManyRecordsIsTakenApart() throws Exception {
        try (PipelineFixture pipeline = start("2", this::failsForTheCulprit)) {
            pipeline.send(List.of(PipelineFixture.event(ChangeKind.CREATE, null, Set.of(), leads(pipeline, 40))));
            awaitTheEndWhileOthersArrive(pipeline);

            assertTheCulpritAloneIsDead(pipeline);
            assertThat(pipeline.state.checkpoints().position("crm:Lead")).isPresent();
        }
    }

    @Test
    void aDatabaseThatIsDownIsNobodysFault() throws Exception {
        AtomicInteger down = new AtomicInteger(12);
        try (PipelineFixture pipeline = start("1", batch -> {
            if (!batch.isEmpty() && down.getAndDecrement() > 0) {
                throw new StateException("Could not reach the database");
            }
            return match.apply(batch);
        })) {
            pipeline.change(leads(pipeline, 5));
            pipeline.awaitSettled();

            assertThat(pipeline.count(EventState.DONE)).isEqualTo(5);
        }
    }

    @Test
    void whatFailsForAllGivesNobodyUpAndPauses() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        AtomicBoolean down = new AtomicBoolean(true);
        try (PipelineFixture pipeline = start("1", batch -> {
            if (!batch.isEmpty() && down.get()) {
                failures.incrementAndGet();
                throw new IllegalStateException("the shop is closed");
            }
            return match.apply(batch);
        })) {
            long begun = System.nanoTime();
            pipeline.change(leads(pipeline, 4));
            // all, a half, and each alone: seven failures, and a pause of 100 ms
            await().until(() -> failures.get() > 10 * 7);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(1));
            assertThat(pipeline.count(EventState.DEAD)).isZero();
            down.set(false);
            pipeline.awaitSettled();
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(4);
        }
    }

    /** As where the answers of a server lack what each of them had. */
    @Test
    void whatCannotBeProcessedOfEachRecordAloneGivesNobodyUp() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        AtomicInteger failures = new AtomicInteger();
        try (PipelineFixture pipeline = start(
                "8",
                batch -> batch.eachOpen(item -> {
                    if (broken.get()) {
                        failures.incrementAndGet();
                        throw new NullPointerException();
                    }
                    return match.apply(batch.with(List.of(item))).items().get(0);
                }))) {
            for (String id : leads(pipeline, 3)) {
                int before = failures.get();
                pipeline.change(id);
                await().until(() -> failures.get() > before);
            }
            // more often than each is tried that fails by itself
            await().until(() -> failures.get() > 3 * 8 + 10);
            assertThat(pipeline.count(EventState.DEAD)).isZero();

            broken.set(false);
            pipeline.awaitSettled();
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(3);
            assertThat(pipeline.spent()).isEqualByComparingTo("3");
        }
    }

    @Test
    void aRecordAloneInTheWorldIsNotGivenUpButDoesNotHoldUpWhoComes() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (PipelineFixture pipeline = start("1", batch -> {
            if (!batch.isEmpty()) {
                tries.incrementAndGet();
            }
            return failsForTheCulprit(batch);
        })) {
            String other = leads(pipeline, 1)[0];
            leads(pipeline, 8);
            pipeline.change(CULPRIT);
            await().until(() -> tries.get() >= 4);

            pipeline.change(other);

            await().until(() -> pipeline.count(EventState.DONE) == 1);
        }
    }

    /** So that it is seen who is to blame. Returns how many they were. */
    private static int awaitTheEndWhileOthersArrive(PipelineFixture pipeline) {
        AtomicInteger others = new AtomicInteger();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (pipeline.count(EventState.DEAD) > 0) {
                        return true;
                    }
                    String id = "00Q" + (1_000 + others.getAndIncrement());
                    lead(pipeline, id);
                    pipeline.change(id);
                    return false;
                });
        pipeline.awaitSettled();
        return others.get();
    }

    /** Others got through with whom it came, so nothing else has to come. */
    @Test
    void inAQuietCrmARecordIsGivenUpAsWell() throws Exception {
        try (PipelineFixture pipeline = start("3", this::failsForTheCulprit)) {
            pipeline.change(leads(pipeline, 10));
            pipeline.awaitSettled();

            assertTheCulpritAloneIsDead(pipeline);
            assertThat(attempts.get(CULPRIT)).isEqualTo(3);
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(9);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 30})
    void badRecordsOfAWindowAreFoundAndTheOthersAreDone(int several) throws Exception {
        Set<String> bad = new HashSet<>();
        AtomicInteger batches = new AtomicInteger();
        PipelineFixture pipeline = new PipelineFixture(leadIQ, directory);
        pipeline.context.getRegistry().bind("ownRead", (Step) batch -> {
            batches.incrementAndGet();
            if (batch.items().stream().anyMatch(item -> bad.contains(item.recordId()))) {
                throw new IllegalStateException("cannot read ada@example.com");
            }
            // lacks nothing
            return batch.eachOpen(item -> item.with(new CrmRecord("Lead", item.recordId(), FULL)));
        });
        try (pipeline) {
            pipeline.start(PipelineFixture.LEAD, routes -> routes.step("readStep", "bean:ownRead")
                    .parameter("maxAttempts", "2"));
            String[] ids = IntStream.range(0, 5_000)
                    .mapToObj(i -> "00Q" + (10_000 + i))
                    .toArray(String[]::new);
            // some stand at the head
            IntStream.range(0, several).forEach(i -> bad.add(ids[i < 10 ? i : i * 160]));

            pipeline.awaitEnd(pipeline.offer("run", null, ids));

            assertThat(pipeline.counts("run")).isEqualTo(new RunCounts(5_000, 0, 0, 0, 0, several));
            assertThat(pipeline.state.deadLetters().list(0, 100))
                    .flatExtracting(letter -> letter.event().recordIds())
                    .containsExactlyInAnyOrderElementsOf(bad);
            // halving finds one among 5,000 in 13 steps, and each comes once more, alone
            assertThat(batches.get()).isLessThanOrEqualTo(1 + several * (2 * 13 + 1));
        }
    }

    private static void assertTheCulpritAloneIsDead(PipelineFixture pipeline) {
        assertThat(pipeline.state.deadLetters().list(0, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.event().recordIds()).containsExactly(CULPRIT);
            assertThat(letter.reason()).endsWith(IllegalStateException.class.getName());
        });
        pipeline.crm.records.forEach((record, fields) ->
                assertThat(fields.containsKey("Email")).as(record).isNotEqualTo(record.equals(CULPRIT)));
    }

    private Batch failsForTheCulprit(Batch batch) {
        batch.items()
                .forEach(item -> attempts.merge(item.recordId(), item.cause().attempts(), Math::max));
        if (batch.items().stream().anyMatch(item -> item.recordId().equals(CULPRIT))) {
            throw new IllegalStateException("cannot match ada@example.com");
        }
        return match.apply(batch);
    }

    private PipelineFixture start(String maxAttempts, Step step) throws Exception {
        PipelineFixture pipeline = new PipelineFixture(leadIQ, directory);
        pipeline.context.getRegistry().bind("ownMatch", step);
        return pipeline.start(PipelineFixture.LEAD, routes -> routes.step("matchStep", "bean:ownMatch")
                .parameter("maxAttempts", maxAttempts));
    }

    private static String[] leads(PipelineFixture pipeline, int count) {
        String[] ids = IntStream.range(0, count).mapToObj(i -> "00Q" + (10 + i)).toArray(String[]::new);
        for (String id : ids) {
            lead(pipeline, id);
        }
        return ids;
    }

    private static void lead(PipelineFixture pipeline, String id) {
        pipeline.crm.lead(id, "FirstName", "Ada", "LastName", "Example-" + id, "Website", "acme.example");
    }
}
