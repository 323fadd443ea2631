/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class CheckpointsTest extends StateContract {
    private static final int INTERLEAVINGS = 15;
    private static final int STEPS = 30;

    @Test
    void knowsNothingOfASourceThatNothingCameFrom() {
        assertThat(state.checkpoints().position(SOURCE)).isEmpty();
    }

    @Test
    void movesOverWhatIsDoneOrDeadOnly() {
        state.inbox().offerAll(List.of(event("a", "00Q1"), event("b", "00Q2"), event("c", "00Q3")));
        List<Long> ids = ids(claim(3, ME));

        state.inbox().done(ME, ids.subList(2, 3));
        assertThat(state.checkpoints().position(SOURCE)).as("it is stored").contains("position-a");
        state.inbox().dead(ME, ids.subList(0, 1), "bad");
        assertThat(state.checkpoints().position(SOURCE)).contains("position-a");
        state.inbox().done(ME, ids.subList(1, 2));
        assertThat(state.checkpoints().position(SOURCE)).contains("position-c");
    }

    /** What was found by catching up has no position, and comes first at a first start. */
    @Test
    void isThereAsSoonAsTheSourceHasOne() {
        state.inbox().offer(arrival(SOURCE, null, "found", "00Q9"));
        assertThat(state.checkpoints().position(SOURCE)).isEmpty();
        state.inbox().offerAll(List.of(event("a", "00Q1"), event("b", "00Q2")));

        assertThat(state.checkpoints().position(SOURCE)).contains("position-a");
        List<Long> ids = ids(claim(3, ME));
        state.inbox().done(ME, ids.subList(1, 3));
        assertThat(state.checkpoints().position(SOURCE))
                .as("all that it tells is stored")
                .contains("position-b");
        state.inbox().offer(event("c", "00Q3"));
        assertThat(state.checkpoints().position(SOURCE)).contains("position-b");
    }

    @Test
    void doesNotOvertakeAnEarlierEventByADroppedOne() {
        state.checkpoints().record(SOURCE, "1");
        assertThat(state.checkpoints().position(SOURCE)).contains("1");
        state.inbox().offer(arrival(SOURCE, "2", "a", "00Q1"));
        state.checkpoints().record(SOURCE, "3");

        assertThat(state.checkpoints().position(SOURCE)).contains("1");
        state.inbox().done(ME, ids(claim(1, ME)));
        assertThat(state.checkpoints().position(SOURCE)).contains("3");
    }

    @Test
    void doesNotGoBackWhenEventsAreDeliveredAgain() {
        state.checkpoints().record(SOURCE, "1");
        state.inbox().offer(arrival(SOURCE, "2", "a", "00Q1"));
        state.inbox().done(ME, ids(claim(1, ME)));

        state.checkpoints().record(SOURCE, "1");
        state.inbox().offer(arrival(SOURCE, "1", "dropped before, not now", "00Q2"));

        assertThat(state.checkpoints().position(SOURCE)).contains("2");
    }

    @Test
    void keepsSourcesApartAndLeavesOutEventsWithoutAPosition() {
        state.inbox().offer(arrival(SOURCE, "1", "a", "00Q1"));
        state.inbox().offer(arrival("backfill:leads", null, "a", "00Q2"));
        state.checkpoints().record("salesforce:/data/ContactChangeEvent", "7");
        List<Long> ids = ids(claim(2, ME));
        state.inbox().done(ME, ids);

        assertThat(state.checkpoints().position(SOURCE)).contains("1");
        assertThat(state.checkpoints().position("backfill:leads")).isEmpty();
        assertThat(state.checkpoints().position("salesforce:/data/ContactChangeEvent"))
                .contains("7");
    }

    @Test
    void staysWhereItIsWhenADeadLetterIsReplayedOrTheInboxPruned() {
        state.inbox().offerAll(List.of(event("a", "00Q1"), event("b", "00Q2")));
        List<Long> ids = ids(claim(2, ME));
        state.inbox().dead(ME, ids.subList(0, 1), "bad");
        state.inbox().done(ME, ids.subList(1, 2));
        state.deadLetters().replay(ids);
        clock.pass(Duration.ofDays(30));
        state.inbox().prune(Duration.ofHours(1));

        assertThat(state.checkpoints().position(SOURCE)).contains("position-b");
    }

    /** Against a list in memory: the position is the last one below the first unfinished event, or the first one, whatever happens. */
    @Test
    void isExactInAnyInterleaving() {
        for (int seed = 0; seed < INTERLEAVINGS; seed++) {
            String source = "source-" + seed;
            Random random = new Random(seed);
            // arrivals in order; true when they need no more work
            List<Boolean> finished = new ArrayList<>();
            Map<Long, Integer> held = new HashMap<>();
            for (int step = 0; step < STEPS || finished.contains(false); step++) {
                if (step < STEPS && random.nextInt(3) > 0) {
                    arrive(source, random, finished);
                } else {
                    work(source, random, finished, held);
                }
                assertThat(state.checkpoints().position(source))
                        .as("seed %d, step %d: %s", seed, step, finished)
                        .isEqualTo(expected(finished));
            }
            assertThat(state.checkpoints().position(source)).contains(Integer.toString(finished.size() - 1));
        }
    }

    private void arrive(String source, Random random, List<Boolean> finished) {
        String position = Integer.toString(finished.size());
        boolean dropped = random.nextInt(4) == 0;
        if (dropped) {
            state.checkpoints().record(source, position);
        } else {
            state.inbox().offer(arrival(source, position, position, "00Q" + random.nextInt(6)));
        }
        finished.add(dropped);
    }

    private void work(String source, Random random, List<Boolean> finished, Map<Long, Integer> held) {
        clock.pass(Duration.ofSeconds(random.nextInt(40)));
        for (StoredEvent claimed : claim(1 + random.nextInt(4), source)) {
            held.put(claimed.id(), Integer.valueOf(claimed.event().position()));
        }
        for (Long id : List.copyOf(held.keySet())) {
            List<Long> one = List.of(id);
            switch (random.nextInt(6)) {
                case 0, 1 -> settled(state.inbox().done(source, one), held.remove(id), finished);
                case 2 -> settled(state.inbox().dead(source, one, "bad"), held.remove(id), finished);
                case 3 -> {
                    state.inbox().retryLater(source, one, clock.instant().plusSeconds(20), "locked");
                    held.remove(id);
                }
                case 4 -> {
                    state.inbox().release(source);
                    held.clear();
                    return;
                }
                default -> state.inbox().prune(Duration.ofSeconds(10));
            }
        }
    }

    private static void settled(int events, int position, List<Boolean> finished) {
        if (events == 1) {
            finished.set(position, true);
        }
    }

    private static Optional<String> expected(List<Boolean> finished) {
        int first = finished.indexOf(false);
        int last = first < 0 ? finished.size() - 1 : first - 1;
        return finished.isEmpty() ? Optional.empty() : Optional.of(Integer.toString(Math.max(0, last)));
    }
}
