/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import java.time.Duration;

/**
 * Growing pauses between attempts.
 *
 * @param first after the first attempt; doubled after each further one
 * @param longest after any attempt
 */
public record Backoff(Duration first, Duration longest) {
    /** Beyond that, doubling would only overflow. */
    private static final int MOST_DOUBLINGS = 20;

    public Backoff {
        if (first.isNegative() || longest.isNegative()) {
            throw new IllegalArgumentException("Pauses must not be negative");
        }
    }

    /**
     * How long to wait.
     *
     * @param attempt after which attempt, from 1
     */
    public Duration after(int attempt) {
        Duration pause = first.multipliedBy(1L << Math.min(Math.max(attempt - 1, 0), MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
