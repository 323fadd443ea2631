/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class RunsTest extends StateContract {
    private static final RunCounts BATCH = new RunCounts(200, 150, 150, 120, 3, 1);

    @Test
    void goesOnWhereItStopped() {
        state.runs().startOrResume("leads-2026", "Lead", "Email = null");
        state.runs().hold("leads-2026", ME, MINUTE);
        state.runs().offer(state.runs().find("leads-2026").orElseThrow(), ME, "00Q200", List.of("00Q100", "00Q200"));
        spend("leads-2026", "120.5");
        state.runs().count("leads-2026", BATCH);
        spend("leads-2026", "1");
        state.runs().count("leads-2026", BATCH);
        state.runs().move("leads-2026", RunState.PAUSED);
        clock.pass(MINUTE);

        Run run = state.runs().startOrResume("leads-2026", "Lead", "Email = null");

        assertThat(run.cursor()).isEqualTo("00Q200");
        assertThat(run.counts()).isEqualTo(BATCH.plus(BATCH));
        assertThat(run.credits()).isEqualTo(new BigDecimal("121.5"));
        assertThat(run.state()).isEqualTo(RunState.RUNNING);
        assertThat(run.updatedAt()).isEqualTo(run.startedAt().plus(MINUTE));
        assertThat(state.runs().find("leads-2026")).contains(run);
        assertThat(run).asString().doesNotContain("Email");
    }

    @Test
    void doesNotBeginAgainWhatIsDone() {
        state.runs().startOrResume("leads", "Lead", null);
        state.runs().move("leads", RunState.DONE);

        assertThat(state.runs().startOrResume("leads", "Lead", null).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void refusesToGoOnWithOtherRecordsOrARunThatIsNotThere() {
        state.runs().startOrResume("leads", "Lead", "Email = 'jane@example.com'");

        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> state.runs().startOrResume("leads", "Lead", null))
                .withMessageContaining("leads")
                .withMessageNotContaining("jane");
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> state.runs().count("contacts", RunCounts.NONE))
                .withMessage("There is no run contacts");
    }

    @Test
    void isHeldByOneAtATimeAndNotForGood() {
        state.runs().startOrResume("leads", "Lead", null);

        assertThat(state.runs().hold("leads", "one", MINUTE)).isTrue();
        assertThat(state.runs().hold("leads", "other", MINUTE)).isFalse();
        clock.pass(MINUTE.dividedBy(2));
        assertThat(state.runs().hold("leads", "one", MINUTE)).isTrue();
        clock.pass(MINUTE.dividedBy(2));
        assertThat(state.runs().hold("leads", "other", MINUTE)).isFalse();
        clock.pass(MINUTE.dividedBy(2));
        assertThat(state.runs().hold("leads", "other", MINUTE)).isTrue();
        state.runs().release("leads", "one");
        assertThat(state.runs().hold("leads", "one", MINUTE)).isFalse();
        state.runs().release("leads", "other");
        assertThat(state.runs().hold("leads", "one", MINUTE)).isTrue();
    }

    @Test
    void isNotHeldByAClockThatWasSetBack() {
        state.runs().startOrResume("leads", "Lead", null);
        state.runs().hold("leads", "dead", MINUTE);

        clock.pass(Duration.ofSeconds(-30));
        assertThat(state.runs().hold("leads", "other", MINUTE)).isFalse();
        clock.pass(Duration.ofHours(-3));
        assertThat(state.runs().hold("leads", "other", MINUTE)).isTrue();
        assertThat(state.runs().hold("leads", "dead", MINUTE)).isFalse();
    }

    @Test
    void onlyItsHolderMovesItAndOnlyOnce() {
        Run begun = state.runs().startOrResume("leads", "Lead", null);
        state.runs().hold("leads", "late", MINUTE);
        clock.pass(MINUTE);
        state.runs().hold("leads", "other", MINUTE);

        assertThat(state.runs().offer(begun, "other", "00Q2", List.of("00Q1", "00Q2")))
                .isPresent();
        assertThat(state.runs().offer(begun, "other", "00Q2", List.of("00Q1", "00Q2")))
                .isPresent();
        assertThat(state.inbox().counts()).containsEntry(EventState.PENDING, 1L);

        assertThat(state.runs().offer(begun, "late", "00Q1", List.of("00Q1"))).isEmpty();
        assertThat(state.runs().end("leads", "late", RunState.FAILED)).isEmpty();
        assertThat(state.runs().find("leads")).hasValueSatisfying(run -> {
            assertThat(run.cursor()).isEqualTo("00Q2");
            assertThat(run.state()).isEqualTo(RunState.RUNNING);
        });
    }

    private void spend(String runId, String credits) {
        state.log()
                .append(List.of(LogEntry.builder(runId, "Lead", "00Q", Outcome.WRITTEN, clock.instant())
                        .credits(new BigDecimal(credits))
                        .build()));
    }

    @Test
    void aCapHoldsFromTheNextStartOn() {
        assertThat(state.runs()
                        .startOrResume("leads", "Lead", null, BigDecimal.TEN)
                        .creditCap())
                .isEqualByComparingTo("10");
        state.runs().pause("leads");
        assertThat(state.runs()
                        .startOrResume("leads", "Lead", null, new BigDecimal("20"))
                        .creditCap())
                .isEqualByComparingTo("20");
        assertThat(state.runs().startOrResume("leads", "Lead", null).creditCap())
                .isNull();
    }

    @Test
    void onlyWhatRunsIsPaused() {
        state.runs().startOrResume("leads", "Lead", null);
        state.runs().move("leads", RunState.DONE);
        state.runs().pause("leads");
        assertThat(state.runs().find("leads").orElseThrow().state()).isEqualTo(RunState.DONE);
    }

    @Test
    void itsHolderDoesNotOverruleAPerson() {
        state.runs().startOrResume("leads", "Lead", null);
        state.runs().hold("leads", "one", MINUTE);
        state.runs().move("leads", RunState.PAUSED);

        assertThat(state.runs().end("leads", "one", RunState.DONE))
                .hasValueSatisfying(run -> assertThat(run.state()).isEqualTo(RunState.PAUSED));
    }

    @Test
    void oneOfManyThatTryAtOnceHoldsIt() throws Exception {
        state.runs().startOrResume("leads", "Lead", null);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String owner = "worker-" + i;
                tries.add(pool.submit(() -> state.runs().hold("leads", owner, MINUTE)));
            }
            int holding = 0;
            for (Future<Boolean> attempt : tries) {
                holding += attempt.get() ? 1 : 0;
            }
            assertThat(holding).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void listsTheLastFirst() {
        state.runs().startOrResume("first", "Lead", null);
        clock.pass(MINUTE);
        state.runs().startOrResume("second", "Contact", null);

        assertThat(state.runs().list()).extracting(Run::id).containsExactly("second", "first");
    }

    @Test
    void losesNoCountWhenSeveralCount() throws Exception {
        state.runs().startOrResume("leads", "Lead", null);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Run>> advances = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                advances.add(pool.submit(() -> state.atomically(() -> {
                    spend("leads", "0.25");
                    return state.runs().count("leads", BATCH);
                })));
            }
            for (Future<Run> advance : advances) {
                advance.get();
            }
        } finally {
            pool.shutdownNow();
        }

        Run run = state.runs().find("leads").orElseThrow();
        assertThat(run.counts().read()).isEqualTo(8_000);
        assertThat(run.credits()).isEqualTo(BigDecimal.TEN);
    }
}
