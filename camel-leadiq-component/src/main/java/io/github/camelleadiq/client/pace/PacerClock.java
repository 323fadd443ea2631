/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.pace;

/** Tells the time that has passed and wakes pacers. Must not follow the wall clock, which jumps. */
public interface PacerClock {

    /** As {@link System#nanoTime()}: only differences mean something. */
    long nanoTime();

    /** Runs a task that does not block, once, after so many nanoseconds, on a thread that may be shared by all pacers. */
    void after(long nanos, Runnable task);
}
