/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.core.Backoff;
import io.github.camelleadiq.routes.state.StateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private Instant now = BEGIN;
    private Instant stopAt = Instant.MAX;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };

    private final Patience patience = new Patience(
            3,
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)),
            duration -> now = now.plus(duration),
            clock,
            () -> now.isBefore(stopAt));

    @Test
    void whatFailsIsTriedSoOften() {
        for (int i = 0; i < 3; i++) {
            failures.add(new IllegalStateException("no " + i));
        }
        assertThatThrownBy(this::attempt).hasMessage("no 2");
        assertThat(now).isEqualTo(BEGIN.plusSeconds(1 + 2));
    }

    @Test
    void whatNobodyButAPersonCanMendIsNotTriedAgain() {
        // as a route can wrap it
        failures.add(new IllegalStateException(new Misfit()));
        assertThatThrownBy(this::attempt).hasRootCauseInstanceOf(Misfit.class);
        assertThat(now).isEqualTo(BEGIN);
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedForAndAWrongRequestIsNot() {
        for (int i = 0; i < 100; i++) {
            failures.add(new StateException("away", new IllegalStateException()));
        }
        assertThat(attempt(patience.withoutEnd())).isEqualTo("done");
        failures.add(new StateException("There is no such run"));
        assertThatThrownBy(() -> attempt(patience.withoutEnd())).isInstanceOf(StateException.class);
    }

    private static final class Misfit extends RuntimeException implements CrmFailure {
        private static final long serialVersionUID = 1;

        @Override
        public boolean isRetryable() {
            return false;
        }
    }

    @Test
    void aPauseEndsWhenEverythingStops() {
        stopAt = BEGIN.plusMillis(500);
        failures.add(new IllegalStateException("no"));
        failures.add(new IllegalStateException("no again"));
        assertThatThrownBy(this::attempt).hasMessage("no again");
        assertThat(now).isEqualTo(BEGIN.plusSeconds(1));
    }

    private String attempt() {
        return attempt(patience);
    }

    private String attempt(Patience tried) {
        Supplier<String> attempt = () -> {
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            return "done";
        };
        return tried.with("It", attempt);
    }
}
