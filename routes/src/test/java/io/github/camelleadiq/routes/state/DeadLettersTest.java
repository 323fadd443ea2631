/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class DeadLettersTest extends StateContract {
    private List<Long> die() {
        state.inbox().offerAll(List.of(event("a", "00Q1"), event("b", "00Q2"), event("c", "00Q3")));
        List<Long> ids = ids(claim(3, ME));
        clock.pass(MINUTE.dividedBy(2));
        state.inbox().dead(ME, ids, "STRING_TOO_LONG: jane@example.com");
        return ids;
    }

    @Test
    void tellsWhatDiedOfWhatAndWhen() {
        List<Long> ids = die();

        assertThat(state.deadLetters().list(0, 2)).extracting(DeadLetter::id).isEqualTo(ids.subList(0, 2));
        assertThat(state.deadLetters().list(ids.get(1), 2))
                .extracting(DeadLetter::id)
                .isEqualTo(ids.subList(2, 3));
        DeadLetter letter = state.deadLetters().find(ids.get(0)).orElseThrow();
        assertThat(letter.event()).isEqualTo(event("a", "00Q1"));
        assertThat(letter.reason()).isEqualTo("STRING_TOO_LONG: jane@example.com");
        assertThat(letter.attempts()).isOne();
        assertThat(letter.firstAt()).isEqualTo(clock.instant().minus(MINUTE.dividedBy(2)));
        assertThat(letter.lastAt()).isEqualTo(clock.instant());
        assertThat(letter).asString().doesNotContain("jane");
    }

    @Test
    void replaysWithAttemptsReset() {
        List<Long> ids = die();

        assertThat(state.deadLetters().replay(ids.subList(0, 2))).isEqualTo(2);
        assertThat(state.deadLetters().replay(ids.subList(0, 2))).isZero();
        assertThat(claim(10, ME)).hasSize(2).allSatisfy(stored -> {
            assertThat(stored.attempts()).isOne();
            assertThat(stored.lastReason()).isNull();
        });
        assertThat(state.deadLetters().find(ids.get(0))).isEmpty();
    }

    @Test
    void discards() {
        List<Long> ids = die();

        assertThat(state.deadLetters().discard(ids)).isEqualTo(3);
        assertThat(state.deadLetters().list(0, 10)).isEmpty();
        assertThat(claim(10, ME)).isEmpty();
        assertThat(state.inbox().offer(event("a", "00Q1"))).isFalse();
        clock.pass(MINUTE);
        assertThat(state.inbox().prune(MINUTE.dividedBy(2))).isEqualTo(3);
    }
}
