/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.Backoff;
import java.time.Duration;

/**
 * How the pipeline works. Times are by the setup's clock.
 *
 * @param batchSize how many records are processed together, 10,000 at most: all of them are in memory
 * @param lease how long a batch may take before another worker may process it; a minute if its worker has died
 * @param maxDelay how long a change waits for others to share a request to LeadIQ and a write with, while there are fewer
 *     than {@code batchSize}; zero for not at all
 * @param maxAttempts how often a record is tried that fails by itself, before it becomes a dead letter
 * @param retries how long to wait before each further attempt
 * @param outagePause how long to wait when LeadIQ or the CRM does not answer
 * @param creditsPause how long to wait when LeadIQ's credits or the budget are used up, or the key is refused
 * @param candidates how many people LeadIQ may answer to a name; each is billed. Two are enough to see an ambiguity
 * @param samples how many records {@link Mode#PREVIEW} spends on
 * @param storeValues whether the log keeps old and new values, which a rollback needs; false for fingerprints only
 */
public record PipelineOptions(
        int batchSize,
        Duration lease,
        Duration maxDelay,
        int maxAttempts,
        Backoff retries,
        Duration outagePause,
        Duration creditsPause,
        int candidates,
        int samples,
        boolean storeValues) {
    /** A hundred full requests to LeadIQ. */
    private static final int MOST = 10_000;

    private static final Duration ALIVE = Duration.ofMinutes(1);

    public static final PipelineOptions DEFAULT = new Builder().build();

    public PipelineOptions {
        if (batchSize < 1 || batchSize > MOST) {
            throw new IllegalArgumentException("batchSize must be 1 to " + MOST);
        }
        if (maxAttempts < 1 || candidates < 1 || samples < 0 || maxDelay.isNegative()) {
            throw new IllegalArgumentException(
                    "maxAttempts and candidates must be positive, samples and maxDelay not negative");
        }
    }

    /**
     * How long records are a worker's without a sign of life of it: a minute, so that what it had is not left waiting when
     * it dies. It says that it lives while it works, until the lease is over.
     */
    Duration alive() {
        return lease.compareTo(ALIVE) < 0 ? lease : ALIVE;
    }

    /** Collects options, beginning with the defaults. */
    static final class Builder {
        private int batchSize = 200;
        private Duration lease = Duration.ofMinutes(10);
        private Duration maxDelay = Duration.ofSeconds(5);
        private int maxAttempts = 8;
        private Duration retryDelay = Duration.ofSeconds(10);
        private Duration maxRetryDelay = Duration.ofMinutes(15);
        private Duration outagePause = Duration.ofSeconds(30);
        private Duration creditsPause = Duration.ofMinutes(30);
        private int candidates = 2;
        private int samples = 10;
        private boolean storeValues = true;

        Builder batchSize(int value) {
            batchSize = value;
            return this;
        }

        Builder lease(Duration value) {
            lease = value;
            return this;
        }

        Builder maxDelay(Duration value) {
            maxDelay = value;
            return this;
        }

        Builder maxAttempts(int value) {
            maxAttempts = value;
            return this;
        }

        Builder retryDelay(Duration value) {
            retryDelay = value;
            return this;
        }

        Builder maxRetryDelay(Duration value) {
            maxRetryDelay = value;
            return this;
        }

        Builder outagePause(Duration value) {
            outagePause = value;
            return this;
        }

        Builder creditsPause(Duration value) {
            creditsPause = value;
            return this;
        }

        Builder candidates(int value) {
            candidates = value;
            return this;
        }

        Builder samples(int value) {
            samples = value;
            return this;
        }

        Builder storeValues(boolean value) {
            storeValues = value;
            return this;
        }

        PipelineOptions build() {
            return new PipelineOptions(
                    batchSize,
                    lease,
                    maxDelay,
                    maxAttempts,
                    new Backoff(retryDelay, maxRetryDelay),
                    outagePause,
                    creditsPause,
                    candidates,
                    samples,
                    storeValues);
        }
    }
}
