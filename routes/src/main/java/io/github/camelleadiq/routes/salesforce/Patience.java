/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again while it fails, with growing pauses between.
 *
 * @param attempts how often at most
 * @param first the first pause
 * @param longest the longest
 */
record Patience(int attempts, Duration first, Duration longest, Pause pause) {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    /** @throws RuntimeException what it failed with the last time, or with what is not worth another try */
    <T> T with(String what, Supplier<T> attempt) {
        Duration delay = first;
        for (int failed = 1; ; failed++) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                if (failed >= attempts || (e instanceof SalesforceCallException call && !call.isRetryable())) {
                    throw e;
                }
                LOG.warn("{} failed the {}. time, next in {}: {}", what, failed, delay, describe(e));
                pause.of(delay);
                delay = delay.multipliedBy(2).compareTo(longest) > 0 ? longest : delay.multipliedBy(2);
            }
        }
    }

    /** Without what the message of somebody else's exception can hold. */
    static String describe(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof SalesforceCallException)) {
            root = root.getCause();
        }
        return root instanceof SalesforceCallException
                ? root.getMessage()
                : root.getClass().getSimpleName();
    }
}
