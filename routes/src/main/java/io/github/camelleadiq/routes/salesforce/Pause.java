/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
interface Pause {
    /** Really waits. */
    Pause REAL = duration -> Thread.sleep(duration.toMillis());

    void pause(Duration duration) throws InterruptedException;

    /**
     * Waits, unless there is nothing to wait for.
     *
     * @throws SalesforceCallException to be tried again later, if this thread is to end
     */
    default void of(Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            return;
        }
        try {
            pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SalesforceCallException(SalesforceErrors.NO_ANSWER, 0, true, "interrupted");
        }
    }
}
