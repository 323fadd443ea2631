/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class EventInboxTest extends StateContract {
    @Test
    void givesBackWhatItGot() {
        ChangeEvent event = event("a", "00Q1", "00Q2");

        state.inbox().offer(event);

        assertThat(claim(10, ME)).singleElement().satisfies(stored -> {
            assertThat(stored.event()).isEqualTo(event);
            assertThat(stored.attempts()).isOne();
            assertThat(stored.receivedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void storesAnEventOnceHoweverOftenItIsDelivered() {
        assertThat(state.inbox().offer(event("a", "00Q1"))).isTrue();
        assertThat(state.inbox().offer(event("a", "00Q1"))).isFalse();
        assertThat(state.inbox().offer(arrival("another source", "1", "a", "00Q1")))
                .isTrue();
        assertThat(state.inbox().offerAll(List.of(event("b", "00Q1"), event("b", "00Q1"), event("c", "00Q1"))))
                .isEqualTo(2);
    }

    @Test
    void notesThePositionsOfEventsThatAreNotWanted() {
        List<ChangeEvent> arrived = List.of(
                event("ours-1", "00Q1"),
                event("a", "00Q1"),
                event("ours-2", "00Q1"),
                event("b", "00Q2"),
                event("b", "00Q2"),
                event("ours-3", "00Q2"));

        int stored = state.inbox().offerAll(arrived, event -> !event.dedupeKey().startsWith("ours"));

        assertThat(stored).isEqualTo(2);
        assertThat(state.checkpoints().position(SOURCE)).contains("position-ours-1");
        List<StoredEvent> claimed = claim(10, ME);
        assertThat(keys(claimed)).containsExactly("a", "b");
        state.inbox().done(ME, List.of(claimed.get(0).id()));
        assertThat(state.checkpoints().position(SOURCE)).contains("position-ours-2");
        state.inbox().done(ME, List.of(claimed.get(1).id()));
        assertThat(state.checkpoints().position(SOURCE)).contains("position-ours-3");

        assertThat(state.inbox().offerAll(arrived)).as("dropped is not stored").isEqualTo(3);
        assertThat(state.checkpoints().position(SOURCE)).contains("position-ours-3");
    }

    @Test
    void letsGoOfWhatIsNeitherWantedNorHasAPosition() {
        assertThat(state.inbox().offerAll(List.of(arrival(SOURCE, null, "a", "00Q1")), event -> false))
                .isZero();
        assertThat(state.inbox().offerAll(List.of())).isZero();
        assertThat(state.checkpoints().position(SOURCE)).isEmpty();
    }

    @Test
    void keepsTextsThatNobodyExpects() {
        String longKey = "k".repeat(20_000);
        ChangeEvent event = new ChangeEvent(
                SOURCE,
                "p".repeat(20_000),
                longKey + "\0",
                "Lead",
                List.of("00Q\n1", "00Q\\n2", "שלום 😀"),
                ChangeKind.GAP,
                Set.of(),
                null,
                null,
                clock.instant());

        assertThat(state.inbox().offer(event)).isTrue();
        assertThat(state.inbox().offer(event)).isFalse();
        StoredEvent stored = claim(10, ME).get(0);
        assertThat(stored.event().recordIds()).isEqualTo(event.recordIds());
        assertThat(stored.event().dedupeKey()).isEqualTo(longKey);
        state.inbox().done(ME, List.of(stored.id()));
        assertThat(state.checkpoints().position(SOURCE)).contains(event.position());
    }

    @Test
    void claimsInOrderOfArrivalUpToSoManyRecords() {
        state.inbox()
                .offerAll(List.of(
                        event("a", "00Q1", "00Q2"),
                        event("b", "00Q3"),
                        event("c", "00Q1"),
                        event("d", "00Q4"),
                        event("e", "00Q5")));

        assertThat(keys(claim(3, ME))).containsExactly("a", "b", "c");
        assertThat(keys(claim(3, OTHER))).containsExactly("d", "e");
        assertThat(claim(3, OTHER)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> claim(0, ME));
    }

    @Test
    void isDueWhenThereAreEnoughOrOneHasWaited() {
        Duration delay = Duration.ofSeconds(5);
        assertThat(state.inbox().isDue("Lead", 3, delay)).isFalse();
        state.inbox().offerAll(List.of(event("a", "00Q1"), event("b", "00Q2")));
        assertThat(state.inbox().isDue("Lead", 3, delay)).isFalse();
        assertThat(state.inbox().isDue("Lead", 2, delay)).isTrue();
        assertThat(state.inbox().isDue("Lead", 3, Duration.ZERO)).isTrue();
        assertThat(state.inbox().isDue("Contact", 1, Duration.ZERO)).isFalse();

        clock.pass(delay);
        assertThat(state.inbox().isDue("Lead", 3, delay)).isTrue();
    }

    @Test
    void whatWasTriedBeforeOrWhoseLeaseHasRunOutIsDueAtOnce() {
        Duration delay = Duration.ofMinutes(10);
        state.inbox().offer(event("a", "00Q1"));
        List<StoredEvent> claimed = claim(10, ME);
        assertThat(state.inbox().isDue("Lead", 10, delay)).isFalse();
        clock.pass(MINUTE);
        assertThat(state.inbox().isDue("Lead", 10, delay)).isTrue();

        state.inbox().retryLater(ME, ids(claimed), clock.instant().plusSeconds(1), "locked");
        assertThat(state.inbox().isDue("Lead", 10, delay)).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(state.inbox().isDue("Lead", 10, delay)).isTrue();
    }

    @Test
    void claimsAnEventOfTooManyRecordsAlone() {
        state.inbox().offerAll(List.of(event("a", "00Q1", "00Q2", "00Q3"), event("b", "00Q4")));

        assertThat(keys(claim(2, ME))).containsExactly("a");
        assertThat(keys(claim(2, ME))).containsExactly("b");
    }

    @Test
    void claimsEventsWithoutRecordsAndOfOneObjectOnly() {
        ChangeEvent overflow = new ChangeEvent(
                SOURCE, "1", "o", "Lead", List.of(), ChangeKind.OVERFLOW, Set.of(), null, null, clock.instant());
        state.inbox().offer(overflow);

        assertThat(state.inbox().claim("Contact", 10, MINUTE, ME)).isEmpty();
        assertThat(claim(10, ME)).extracting(StoredEvent::event).containsExactly(overflow);
    }

    @Test
    void keepsARecordInOneHand() {
        state.inbox().offerAll(List.of(event("a", "00Q1"), event("b", "00Q2")));
        List<StoredEvent> first = claim(1, ME);
        state.inbox().offerAll(List.of(event("c", "00Q3", "00Q1"), event("d", "00Q4")));

        assertThat(keys(claim(10, OTHER))).containsExactly("b", "d");
        state.inbox().done(ME, ids(first));
        assertThat(keys(claim(10, OTHER))).containsExactly("c");
    }

    @Test
    void looksFurtherWhenABusyRecordHasManyEvents() {
        state.inbox().offer(event("first", "00Q1"));
        claim(1, ME);
        for (int i = 0; i < 6; i++) {
            int hundred = i * 100;
            state.inbox()
                    .offerAll(IntStream.range(hundred, hundred + 100)
                            .mapToObj(n -> event("busy" + n, "00Q1"))
                            .toList());
        }
        state.inbox().offer(event("free", "00Q2"));

        assertThat(keys(claim(10, OTHER))).containsExactly("free");
    }

    @Test
    void comesBackWhenALeaseEnds() {
        state.inbox().offer(event("a", "00Q1"));
        List<StoredEvent> mine = claim(10, ME);

        clock.pass(Duration.ofSeconds(59));
        assertThat(claim(10, OTHER)).isEmpty();
        assertThat(state.inbox().extend(ME, ids(mine), MINUTE)).isOne();
        clock.pass(Duration.ofSeconds(59));
        assertThat(claim(10, OTHER)).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(claim(10, OTHER)).singleElement().satisfies(stored -> assertThat(stored.attempts())
                .isEqualTo(2));
    }

    /** What a worker had that died, what waited for another try, and what had just come. */
    @Test
    void waitsForNoTimeThatAClockHadBeforeItWasSetBack() {
        state.inbox().offerAll(List.of(event("dead worker's", "00Q1"), event("locked", "00Q2"), event("down", "00Q3")));
        List<Long> ids = ids(claim(10, ME));
        state.inbox().retryLater(ME, ids.subList(1, 2), clock.instant().plus(MINUTE), "locked");
        state.inbox().postpone(ME, ids.subList(2, 3), clock.instant().plus(MINUTE), "down");
        state.inbox().offer(event("new", "00Q4"));
        assertThat(keys(claim(10, OTHER))).containsExactly("new");
        state.inbox().release(OTHER);

        clock.pass(Duration.ofSeconds(-30));
        assertThat(keys(claim(10, OTHER))).as("as far as clocks may differ").isEmpty();
        clock.pass(Duration.ofHours(-3));
        assertThat(state.inbox().isDue("Lead", 10, MINUTE)).isTrue();

        List<StoredEvent> claimed = claim(10, OTHER);
        assertThat(keys(claimed)).containsExactly("dead worker's", "locked", "down", "new");
        assertThat(claim(10, ME)).as("by the clock of now").isEmpty();
        clock.pass(Duration.ofSeconds(59));
        assertThat(claim(10, ME)).isEmpty();
        state.inbox().retryLater(OTHER, ids(claimed), clock.instant().plus(MINUTE), "locked");
        assertThat(claim(10, ME)).isEmpty();
        clock.pass(MINUTE);
        assertThat(claim(10, ME)).hasSize(4);
    }

    @Test
    void doesNotLetOneSettleWhatIsAnothersByNow() {
        state.inbox().offer(event("a", "00Q1"));
        List<Long> ids = ids(claim(10, ME));
        clock.pass(MINUTE);
        claim(10, OTHER);

        assertThat(state.inbox().done(ME, ids)).isZero();
        assertThat(state.inbox().retryLater(ME, ids, clock.instant(), "locked")).isZero();
        assertThat(state.inbox().dead(ME, ids, "bad")).isZero();
        assertThat(state.inbox().done(OTHER, ids)).isOne();
        assertThat(state.inbox().retryLater(OTHER, ids, clock.instant(), "locked"))
                .isZero();
        assertThat(state.inbox().counts()).containsEntry(EventState.DONE, 1L);
    }

    @Test
    void triesAgainNotBeforeItsTimeAndCountsFailuresOnly() {
        state.inbox().offer(event("a", "00Q1"));

        state.inbox().retryLater(ME, ids(claim(10, ME)), clock.instant().plus(MINUTE), "UNABLE_TO_LOCK_ROW");
        assertThat(claim(10, ME)).isEmpty();
        clock.pass(MINUTE);
        List<StoredEvent> second = claim(10, ME);
        assertThat(second.get(0).attempts()).isEqualTo(2);
        assertThat(second.get(0).lastReason()).isEqualTo("UNABLE_TO_LOCK_ROW");
        state.inbox().postpone(ME, ids(second), clock.instant(), "LeadIQ is down");
        assertThat(claim(10, ME).get(0).attempts()).isEqualTo(2);
        assertThat(state.inbox().release(ME)).isOne();
        assertThat(claim(10, OTHER).get(0).attempts()).isEqualTo(2);
    }

    @Test
    void countsByState() {
        state.inbox().offerAll(List.of(event("a", "00Q1"), event("b", "00Q2"), event("c", "00Q3"), event("d", "00Q4")));
        List<Long> ids = ids(claim(3, ME));
        state.inbox().done(ME, ids.subList(0, 1));
        state.inbox().dead(ME, ids.subList(1, 2), "FIELD_CUSTOM_VALIDATION_EXCEPTION");

        assertThat(state.inbox().counts())
                .isEqualTo(Map.of(
                        EventState.PENDING, 1L,
                        EventState.LEASED, 1L,
                        EventState.DONE, 1L,
                        EventState.DEAD, 1L,
                        EventState.DISCARDED, 0L));
    }

    @Test
    void removesOldEventsAndStillKnowsThem() {
        state.inbox().offerAll(List.of(event("a", "00Q1"), event("waits", "00Q2")));
        state.inbox().done(ME, ids(claim(1, ME)));
        clock.pass(Duration.ofHours(2));

        assertThat(state.inbox().prune(Duration.ofHours(1))).isOne();
        assertThat(state.inbox().counts()).containsEntry(EventState.DONE, 0L);
        assertThat(state.inbox().offer(event("a", "00Q1"))).isFalse();

        clock.pass(Duration.ofHours(72));
        state.inbox().prune(Duration.ofHours(1));
        assertThat(state.inbox().offer(event("waits", "00Q2")))
                .as("not processed yet, so it must be known")
                .isFalse();
        state.inbox().done(ME, ids(claim(10, ME)));
        state.inbox().prune(Duration.ofHours(1));
        assertThat(state.inbox().offer(event("a", "00Q1"))).isTrue();
    }
}
