/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One request's place in the queue of its key. The request keeps it when it has to be repeated, and so comes before all
 * that came after it. Used by one caller at a time, save for {@link #cancel()}.
 */
public interface Permit {

    /** For requests that nothing holds back. */
    Permit UNPACED = new Permit() {
        @Override
        public CompletableFuture<Void> next() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void accepted() {
            // not counted
        }

        @Override
        public boolean refused(Duration retryAfter) {
            return false;
        }

        @Override
        public void cancel() {
            // nothing waits
        }
    };

    /**
     * Completes when the request may leave, perhaps on a thread of the rate limiter, which must not be blocked. Fails with a
     * {@link java.util.concurrent.CancellationException} when it was cancelled or its client closed. Cancelling it frees
     * the place.
     */
    CompletableFuture<Void> next();

    /** The server let the request pass, whatever it made of it. */
    void accepted();

    /**
     * The server refused the request because there were too many. All requests of the key pause.
     *
     * @param retryAfter how long the server wants us to wait, or null when it does not say
     * @return whether the request should simply wait for its {@link #next()} permit; if not, it was refused so often that
     *     pacing does not help it
     */
    boolean refused(Duration retryAfter);

    /** Gives the place up for good: what waits fails, and so does every later {@link #next()}. */
    void cancel();
}
