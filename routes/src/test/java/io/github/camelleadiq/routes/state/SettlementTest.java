/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events of several records that do not all come to the same, and records of runs. */
@OnEachDatabase
class SettlementTest extends StateContract {
    private static final String RUN = "leads-2026";

    private Settlement later(boolean attemptCounts, boolean alone) {
        return new Settlement.Later(clock.instant(), attemptCounts, alone, "busy");
    }

    private void offer(String runId, String... ids) {
        Run run = state.runs().startOrResume(runId, "Lead", null);
        assertThat(state.runs().hold(runId, ME, MINUTE)).isTrue();
        assertThat(state.runs().offer(run, ME, ids[ids.length - 1], List.of(ids)))
                .isPresent();
    }

    private List<StoredEvent> claimOfRuns(String owner) {
        return state.inbox().claimOfRuns("Lead", 5_000, MINUTE, owner);
    }

    private static List<String> records(List<StoredEvent> events) {
        return events.stream()
                .flatMap(stored -> stored.event().recordIds().stream())
                .toList();
    }

    private Run run() {
        return state.runs().find(RUN).orElseThrow();
    }

    @Test
    void recordsThatComeToTheSameStayTogether() {
        state.inbox().offer(event("a", "00Q1", "00Q2", "00Q3", "00Q4"));
        StoredEvent event = claim(10, ME).get(0);

        state.inbox()
                .settle(
                        ME,
                        List.of(event.id()),
                        Map.of(
                                "00Q1",
                                Settlement.DONE,
                                "00Q2",
                                later(true, false),
                                "00Q3",
                                later(true, false),
                                "00Q4",
                                new Settlement.Dead("no")));

        assertThat(state.inbox().counts())
                .containsEntry(EventState.DONE, 1L)
                .containsEntry(EventState.DEAD, 1L)
                .containsEntry(EventState.PENDING, 1L);
        assertThat(state.deadLetters().list(0, 9))
                .singleElement()
                .satisfies(letter -> assertThat(letter.event().recordIds()).containsExactly("00Q4"));
        // nothing of it holds the checkpoint: it is on disk
        assertThat(state.checkpoints().position(SOURCE)).contains("position-a");
        assertThat(claim(10, ME)).singleElement().satisfies(stored -> {
            assertThat(stored.event().recordIds()).containsExactly("00Q2", "00Q3");
            assertThat(stored.event().changedFields()).isEqualTo(event.event().changedFields());
            assertThat(stored.attempts()).isEqualTo(2);
        });
    }

    @Test
    void whatIsStillWorkedOnStaysTheOwners() {
        state.inbox().offer(event("a", "00Q1", "00Q2", "00Q3"));
        StoredEvent event = claim(10, ME).get(0);

        state.inbox().settle(ME, List.of(event.id()), Map.of("00Q1", Settlement.DONE, "00Q2", later(false, false)));

        assertThat(state.inbox().counts()).containsEntry(EventState.LEASED, 1L);
        assertThat(state.inbox().settle(OTHER, List.of(event.id()), Map.of("00Q3", Settlement.DONE)))
                .isEmpty();
        assertThat(state.inbox().settle(ME, List.of(event.id()), Map.of("00Q3", Settlement.DONE)))
                .containsExactly(event.id());
        assertThat(claim(10, ME)).singleElement().satisfies(stored -> {
            assertThat(stored.event().recordIds()).containsExactly("00Q2");
            // the one before did not count
            assertThat(stored.attempts()).isOne();
        });
    }

    @Test
    void whatFailsAloneComesAloneAndHoldsNothingUp() {
        state.inbox().offer(event("a", "00Q1"));
        state.inbox().offer(event("b", "00Q2"));
        StoredEvent bad = claim(1, ME).get(0);
        assertThat(bad.failsAlone()).isFalse();
        state.inbox().settle(ME, List.of(bad.id()), Map.of("00Q1", later(true, true)));
        state.inbox().offer(event("c", "00Q1"));

        assertThat(claim(10, ME)).singleElement().satisfies(stored -> {
            assertThat(stored.id()).isEqualTo(bad.id());
            assertThat(stored.failsAlone()).isTrue();
        });
        assertThat(records(claim(10, OTHER))).containsExactly("00Q2");
        state.inbox().settle(ME, List.of(bad.id()), Map.of("00Q1", Settlement.DONE));
        assertThat(keys(claim(10, ME))).containsExactly("c");
    }

    @Test
    void recordsOfARunAndChangesAreClaimedByThemselves() {
        state.inbox().offer(event("a", "00Q1"));
        offer(RUN, "00Q1", "00Q2");

        List<StoredEvent> ofRun = claimOfRuns(ME);

        assertThat(ofRun).singleElement().satisfies(stored -> {
            assertThat(stored.runId()).isEqualTo(RUN);
            assertThat(stored.event().recordIds()).containsExactly("00Q1", "00Q2");
        });
        assertThat(claim(10, OTHER)).singleElement().satisfies(stored -> assertThat(stored.runId())
                .isNull());
    }

    @Test
    void aRunIsInOneHandAtATime() {
        offer(RUN, "00Q1", "00Q2");
        offer(RUN, "00Q3", "00Q4");
        assertThat(records(state.inbox().claimOfRuns("Lead", 2, MINUTE, ME))).containsExactly("00Q1", "00Q2");
        assertThat(claimOfRuns(OTHER)).isEmpty();

        // another run is another matter
        offer("others", "00Q9");
        assertThat(records(claimOfRuns(OTHER))).containsExactly("00Q9");

        clock.pass(MINUTE);
        assertThat(records(claimOfRuns(OTHER))).containsExactly("00Q1", "00Q2", "00Q3", "00Q4");
    }

    @Test
    void ofTwoRunsTheOneThatHasWaitedLongerIsNext() {
        offer("one", "00Q1");
        offer("two", "00Q2");
        offer("one", "00Q3");
        List<StoredEvent> first = state.inbox().claimOfRuns("Lead", 1, MINUTE, ME);
        assertThat(records(first)).containsExactly("00Q1");
        state.inbox().settle(ME, List.of(first.get(0).id()), Map.of("00Q1", Settlement.DONE));

        assertThat(records(claimOfRuns(ME))).containsExactly("00Q2");
    }

    @Test
    void whatIsPausedWaits() {
        offer(RUN, "00Q1");
        state.runs().pause(RUN);
        assertThat(claimOfRuns(ME)).isEmpty();
        state.runs().startOrResume(RUN, "Lead", null);
        assertThat(claimOfRuns(ME)).hasSize(1);
    }

    @Test
    void whatIsDoneOfARunLeavesNothing() {
        assertThat(state.runs().isSettled(state.runs().startOrResume(RUN, "Lead", null)))
                .isTrue();
        offer(RUN, IntStream.range(0, 5_000).mapToObj(i -> "00Q" + i).toArray(String[]::new));
        assertThat(state.runs().isAhead(run())).isTrue();
        StoredEvent window = claimOfRuns(ME).get(0);
        assertThat(state.runs().isAhead(run())).isFalse();

        Map<String, Settlement> settlements = new HashMap<>();
        window.event().recordIds().forEach(id -> settlements.put(id, Settlement.DONE));
        settlements.put("00Q7", later(true, false));
        settlements.put("00Q8", new Settlement.Dead("no"));
        state.inbox().settle(ME, List.of(window.id()), settlements);

        assertThat(state.inbox().counts()).containsEntry(EventState.DONE, 0L);
        assertThat(state.runs().isSettled(run())).isFalse();
        // that comes again is no reason not to read on
        assertThat(state.runs().isAhead(run())).isFalse();
        StoredEvent again = claimOfRuns(ME).get(0);
        assertThat(again.event().recordIds()).containsExactly("00Q7");
        state.inbox().settle(ME, List.of(again.id()), Map.of("00Q7", Settlement.DONE));
        assertThat(state.runs().isSettled(run())).isTrue();
        assertThat(state.inbox().counts()).containsEntry(EventState.DEAD, 1L).containsEntry(EventState.DONE, 0L);
    }

    @Test
    void aDeadLetterOfARunIsReplayedAsAChange() {
        offer(RUN, "00Q1");
        StoredEvent window = claimOfRuns(ME).get(0);
        state.inbox().settle(ME, List.of(window.id()), Map.of("00Q1", new Settlement.Dead("no")));
        state.runs().move(RUN, RunState.DONE);

        state.deadLetters()
                .replay(state.deadLetters().list(0, 9).stream()
                        .map(DeadLetter::id)
                        .toList());

        assertThat(records(claim(10, ME))).containsExactly("00Q1");
    }

    @Test
    void whatAForgottenRunLeavesKeepsNothingElse() {
        offer(RUN, "00Q1");
        state.runs().pause(RUN);
        state.inbox().offer(event("a", "00Q1"));
        state.inbox().done(ME, ids(claim(1, ME)));
        clock.pass(MINUTE.multipliedBy(60 * 24 * 10));

        state.inbox().prune(MINUTE);

        // its key is forgotten
        assertThat(state.inbox().offer(event("a", "00Q1"))).isTrue();
    }
}
