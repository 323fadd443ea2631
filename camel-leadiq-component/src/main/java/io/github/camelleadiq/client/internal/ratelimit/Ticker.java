/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

/** Tells the time that has passed and wakes rateLimiters. Must not follow the wall clock, which jumps. */
public interface Ticker {

    /** As {@link System#nanoTime()}: only differences mean something. */
    long nanoTime();

    /** Runs a task that does not block, once, after so many nanoseconds, on a thread that may be shared by all rateLimiters. */
    void after(long nanos, Runnable task);
}
