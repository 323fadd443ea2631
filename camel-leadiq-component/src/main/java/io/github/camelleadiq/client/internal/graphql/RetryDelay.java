/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.LeadIQServerException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before a repetition: doubled each time, or what the server wants, and never more than the maximum.
 *
 * <p>Scattered, so that clients which failed together do not come back together; what the server wants is only ever
 * scattered upwards, because to come back early is to be refused again.
 *
 * @param first before the first repetition
 * @param maximum before any
 * @param random numbers from 0 to 1
 */
record RetryDelay(Duration first, Duration maximum, DoubleSupplier random) {

    private static final double SCATTER = 0.2;
    /** More doublings than it takes from a nanosecond to any maximum. */
    private static final int MOST_DOUBLINGS = 62;

    /** @param failedAttempts how many attempts have failed by now, the one that {@code failure} is of included */
    Duration after(int failedAttempts, Throwable failure) {
        double nanos = wanted(failure)
                .map(wanted -> nanos(wanted) * (1 + SCATTER * random.getAsDouble()))
                .orElseGet(() -> nanos(first)
                        * Math.scalb(1.0, Math.min(failedAttempts - 1, MOST_DOUBLINGS))
                        * (1 + SCATTER * (2 * random.getAsDouble() - 1)));
        return nanos < nanos(maximum) ? Duration.ofNanos((long) nanos) : maximum;
    }

    private static Optional<Duration> wanted(Throwable failure) {
        if (failure instanceof LeadIQRateLimitException limit) {
            return limit.getRetryAfter();
        }
        return failure instanceof LeadIQServerException server ? server.getRetryAfter() : Optional.empty();
    }

    /** As a double, because the nanoseconds of an absurd Retry-After do not fit into a long. */
    private static double nanos(Duration duration) {
        return duration.getSeconds() * 1e9 + duration.getNano();
    }
}
