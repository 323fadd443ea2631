/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** How far a long job is: done after so many polls and so much time, unless cancelled before. */
public final class TaskProgress {
    /**
     * How long jobs take.
     *
     * @param polls    how often a job is seen unfinished
     * @param duration how long it stays unfinished whatever the polls
     */
    public record Pace(int polls, Duration duration) {}

    private final Clock clock;
    private final Instant startedAt;
    private final Instant doneAt;
    private final AtomicInteger pollsLeft;
    private volatile boolean cancelled;

    TaskProgress(Clock clock, Pace pace) {
        this.clock = clock;
        this.startedAt = clock.instant();
        this.doneAt = startedAt.plus(pace.duration());
        this.pollsLeft = new AtomicInteger(pace.polls());
    }

    /** Counts a question for the state; says whether the job is still running. */
    public boolean poll() {
        boolean processing = isProcessing();
        pollsLeft.updateAndGet(left -> Math.max(0, left - 1));
        return processing;
    }

    public boolean isProcessing() {
        return !cancelled && (pollsLeft.get() > 0 || clock.instant().isBefore(doneAt));
    }

    public Instant startedAt() {
        return startedAt;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** False if it was over before. */
    synchronized boolean cancel() {
        if (!isProcessing()) {
            return false;
        }
        cancelled = true;
        return true;
    }
}
