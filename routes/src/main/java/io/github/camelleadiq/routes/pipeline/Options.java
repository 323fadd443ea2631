/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import java.time.Duration;

/**
 * How the pipeline works. Times are by the setup's clock.
 *
 * @param batchSize how many records are processed together, 200 at most
 * @param lease how long a batch may take before somebody else may process it
 * @param maxAttempts how often a record is tried that fails by itself, before it becomes a dead letter
 * @param retryDelay before the second attempt; doubled with each further one
 * @param maxRetryDelay before any attempt
 * @param outagePause how long to wait when LeadIQ or the CRM does not answer
 * @param creditsPause how long to wait when LeadIQ's credits or the budget are used up, or the key is refused
 * @param candidates how many people LeadIQ may answer to a name; each is billed. Two are enough to see an ambiguity
 * @param samples how many records {@link Mode#PREVIEW} spends on
 * @param storeValues whether the log keeps old and new values, which a rollback needs; false for fingerprints only
 */
public record Options(
        int batchSize,
        Duration lease,
        int maxAttempts,
        Duration retryDelay,
        Duration maxRetryDelay,
        Duration outagePause,
        Duration creditsPause,
        int candidates,
        int samples,
        boolean storeValues) {
    public static final Options DEFAULT = new Options(
            200,
            Duration.ofMinutes(10),
            8,
            Duration.ofSeconds(10),
            Duration.ofMinutes(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(30),
            2,
            10,
            true);

    public Options {
        if (batchSize < 1 || batchSize > Crm.MOST) {
            throw new IllegalArgumentException("batchSize must be 1 to " + Crm.MOST);
        }
        if (maxAttempts < 1 || candidates < 1 || samples < 0) {
            throw new IllegalArgumentException("maxAttempts and candidates must be positive, samples not negative");
        }
    }

    public Options withBatchSize(int value) {
        return new Options(
                value,
                lease,
                maxAttempts,
                retryDelay,
                maxRetryDelay,
                outagePause,
                creditsPause,
                candidates,
                samples,
                storeValues);
    }

    public Options withLease(Duration value) {
        return new Options(
                batchSize,
                value,
                maxAttempts,
                retryDelay,
                maxRetryDelay,
                outagePause,
                creditsPause,
                candidates,
                samples,
                storeValues);
    }

    public Options withMaxAttempts(int value) {
        return new Options(
                batchSize,
                lease,
                value,
                retryDelay,
                maxRetryDelay,
                outagePause,
                creditsPause,
                candidates,
                samples,
                storeValues);
    }

    public Options withRetryDelay(Duration value) {
        return new Options(
                batchSize,
                lease,
                maxAttempts,
                value,
                maxRetryDelay,
                outagePause,
                creditsPause,
                candidates,
                samples,
                storeValues);
    }

    public Options withMaxRetryDelay(Duration value) {
        return new Options(
                batchSize,
                lease,
                maxAttempts,
                retryDelay,
                value,
                outagePause,
                creditsPause,
                candidates,
                samples,
                storeValues);
    }

    public Options withOutagePause(Duration value) {
        return new Options(
                batchSize,
                lease,
                maxAttempts,
                retryDelay,
                maxRetryDelay,
                value,
                creditsPause,
                candidates,
                samples,
                storeValues);
    }

    public Options withCreditsPause(Duration value) {
        return new Options(
                batchSize,
                lease,
                maxAttempts,
                retryDelay,
                maxRetryDelay,
                outagePause,
                value,
                candidates,
                samples,
                storeValues);
    }

    public Options withCandidates(int value) {
        return new Options(
                batchSize,
                lease,
                maxAttempts,
                retryDelay,
                maxRetryDelay,
                outagePause,
                creditsPause,
                value,
                samples,
                storeValues);
    }

    public Options withSamples(int value) {
        return new Options(
                batchSize,
                lease,
                maxAttempts,
                retryDelay,
                maxRetryDelay,
                outagePause,
                creditsPause,
                candidates,
                value,
                storeValues);
    }

    public Options withStoreValues(boolean value) {
        return new Options(
                batchSize,
                lease,
                maxAttempts,
                retryDelay,
                maxRetryDelay,
                outagePause,
                creditsPause,
                candidates,
                samples,
                value);
    }

    /** How long to wait after this attempt. */
    Duration delayAfter(int attempt) {
        Duration delay = retryDelay.multipliedBy(1L << Math.min(Math.max(attempt - 1, 0), 20));
        return delay.compareTo(maxRetryDelay) < 0 ? delay : maxRetryDelay;
    }
}
