/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.core.Backoff;
import io.github.camelleadiq.routes.state.StateException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again while it fails, with growing pauses between.
 *
 * @param attempts how often at most
 * @param backoff the pauses
 * @param goesOn whether it is still wanted; looked at every second
 */
record Patience(int attempts, Backoff backoff, Pause pause, Clock clock, BooleanSupplier goesOn) {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** @throws RuntimeException what it failed with the last time, or with what is not worth another try */
    <T> T with(String what, Supplier<T> attempt) {
        for (int failed = 1; ; failed++) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                if (failed >= attempts || isFinal(e)) {
                    throw e;
                }
                Duration delay = backoff.after(failed);
                LOG.warn("{} failed the {}. time, next in {}: {}", what, failed, delay, describe(e));
                await(delay, e);
            }
        }
    }

    /** The same, but nothing fails too often. */
    Patience withoutEnd() {
        return new Patience(Integer.MAX_VALUE, backoff, pause, clock, goesOn);
    }

    /** The same, as long as this is true as well. */
    Patience whileAlso(BooleanSupplier more) {
        return new Patience(attempts, backoff, pause, clock, () -> goesOn.getAsBoolean() && more.getAsBoolean());
    }

    boolean isWanted() {
        return goesOn.getAsBoolean();
    }

    /** Waits for a moment. */
    void look(Duration moment) {
        pause.of(moment);
    }

    /** The state says no more than may be logged. */
    private static String describe(RuntimeException failure) {
        return failure instanceof StateException ? failure.getMessage() : CrmFailure.describe(failure);
    }

    private void await(Duration duration, RuntimeException failure) {
        for (Duration left = duration; !left.isZero() && !left.isNegative(); left = left.minus(LOOK)) {
            if (!goesOn.getAsBoolean()) {
                throw failure;
            }
            pause.of(shorter(left, LOOK));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Whether another try would fail as well. */
    private static boolean isFinal(RuntimeException failure) {
        return CrmFailure.in(failure).filter(known -> !known.isRetryable()).isPresent()
                || failure instanceof StateException state && !state.isRetryable();
    }
}
