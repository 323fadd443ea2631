/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.Paused;
import io.github.camelleadiq.routes.state.StateException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again while it fails, with growing pauses between. What is {@link Paused} is done again when
 * the pause is over, however often that is.
 *
 * @param attempts how often at most, pauses not counted
 * @param first the first pause
 * @param longest the longest
 * @param goesOn whether it is still wanted; looked at every second
 */
record Patience(int attempts, Duration first, Duration longest, Pause pause, Clock clock, BooleanSupplier goesOn) {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Somebody may have ended the pause before its time, by buying credits for instance. */
    private static final Duration ASK = Duration.ofHours(1);

    /** @throws RuntimeException what it failed with the last time, or with what is not worth another try */
    <T> T with(String what, Supplier<T> attempt) {
        Duration delay = first;
        for (int failed = 0; ; ) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                Duration paused = paused(e);
                if (paused != null) {
                    LOG.info("{} goes on in {}: {}", what, paused, CrmFailure.describe(e));
                    await(paused, e);
                    continue;
                }
                failed++;
                if (failed >= attempts || isFinal(e)) {
                    throw e;
                }
                LOG.warn("{} failed the {}. time, next in {}: {}", what, failed, delay, describe(e));
                await(delay, e);
                delay = shorter(delay.multipliedBy(2), longest);
            }
        }
    }

    /** The same, but nothing fails too often. */
    Patience withoutEnd() {
        return with(Integer.MAX_VALUE);
    }

    /** The same with so many attempts, or fewer. */
    Patience atMost(int most) {
        return with(Math.min(attempts, most));
    }

    private Patience with(int newAttempts) {
        return new Patience(newAttempts, first, longest, pause, clock, goesOn);
    }

    /** The same, as long as this is true as well. */
    Patience whileAlso(BooleanSupplier more) {
        return new Patience(attempts, first, longest, pause, clock, () -> goesOn.getAsBoolean() && more.getAsBoolean());
    }

    boolean isWanted() {
        return goesOn.getAsBoolean();
    }

    /** Waits for a moment. */
    void look() {
        pause.of(LOOK);
    }

    /** How long to wait for no fault of anybody's; null if it is a failure. */
    private Duration paused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Paused paused) {
                Duration left = Duration.between(clock.instant(), paused.until());
                return left.compareTo(first) < 0 ? first : shorter(left, ASK);
            }
        }
        return null;
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
