/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.ChangeEvent;
import org.junit.jupiter.api.Test;

/** Records of pages that could not be finished. */
@OnEachDatabase
class LeftoversTest extends StateContract {
    private static final ChangeEvent RECORD = arrival("leadiq-records", null, "run-1:00Q1", "00Q1");

    @Test
    void comeAgainWhenTheyAreFinished() {
        assertThat(state.inbox().offerAgain(RECORD)).isTrue();
        assertThat(state.inbox().offerAgain(RECORD)).as("waits").isFalse();
        state.inbox().done(ME, ids(claim(10, ME)));

        assertThat(state.inbox().offerAgain(RECORD)).isTrue();
        assertThat(claim(10, ME)).hasSize(1);
        assertThat(state.inbox().offerAgain(RECORD)).as("is worked on").isFalse();
    }

    @Test
    void areDeadAtOnceAndOnce() {
        assertThat(state.inbox().bury(RECORD, "first")).isTrue();
        assertThat(state.inbox().bury(RECORD, "second")).isFalse();

        assertThat(claim(10, ME)).isEmpty();
        assertThat(state.deadLetters().list(0, 10)).singleElement().satisfies(letter -> assertThat(letter.reason())
                .isEqualTo("second"));

        // somebody discards it, and it is refused once more
        state.deadLetters()
                .discard(state.deadLetters().list(0, 10).stream()
                        .map(DeadLetter::id)
                        .toList());
        assertThat(state.inbox().bury(RECORD, "third")).isTrue();
        assertThat(state.deadLetters().list(0, 10)).hasSize(1);
    }

    @Test
    void takeTheirDeadLettersPlace() {
        state.inbox().bury(RECORD, "refused");

        assertThat(state.inbox().offerAgain(RECORD)).isTrue();

        assertThat(state.deadLetters().list(0, 10)).isEmpty();
        assertThat(claim(10, ME)).singleElement().satisfies(stored -> {
            assertThat(stored.attempts()).isOne();
            assertThat(stored.lastReason()).isNull();
        });
    }
}
