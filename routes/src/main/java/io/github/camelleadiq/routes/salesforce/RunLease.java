/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.state.Runs;
import io.github.camelleadiq.routes.state.StateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a run for one worker as long as it works on it: the routes of several nodes start the same one. When a worker is
 * gone, another one can have the run after the length of the lease.
 */
final class RunLease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunLease.class);
    private static final int RENEWALS = 3;

    private final Runs runs;
    private final String runId;
    private final Duration length;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final String owner = UUID.randomUUID().toString();
    private volatile Instant until = Instant.MIN;
    private boolean closed;

    /** @param timer renews the lease; not shut down with it */
    RunLease(Runs runs, String runId, Duration length, Clock clock, ScheduledExecutorService timer) {
        this.runs = runs;
        this.runId = runId;
        this.length = length;
        this.clock = clock;
        this.timer = timer;
    }

    /** Takes the run, which exists; returns false if it is another worker's. */
    boolean take() {
        Instant end = clock.instant().plus(length);
        if (!runs.hold(runId, owner, length)) {
            return false;
        }
        until = end;
        long pause = length.toMillis() / RENEWALS;
        timer.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
        return true;
    }

    /** Whether the run is ours at this moment. */
    boolean isHeld() {
        return clock.instant().isBefore(until);
    }

    private synchronized void renew() {
        if (closed) {
            return;
        }
        Instant end = clock.instant().plus(length);
        try {
            until = runs.hold(runId, owner, length) ? end : Instant.MIN;
        } catch (StateException e) {
            LOG.warn("Run {} could not be kept for another {}: {}", runId, length, e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            runs.release(runId, owner);
        } catch (StateException e) {
            LOG.warn("Run {} stays taken for {}: {}", runId, length, e.getMessage());
        }
    }
}
