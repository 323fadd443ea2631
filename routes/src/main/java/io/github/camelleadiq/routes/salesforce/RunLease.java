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
    private boolean renewed;
    private boolean closed;

    /** @param timer renews the lease; not shut down with it */
    RunLease(Runs runs, String runId, Duration length, Clock clock, ScheduledExecutorService timer) {
        this.runs = runs;
        this.runId = runId;
        this.length = length;
        this.clock = clock;
        this.timer = timer;
    }

    /** Takes the run, which exists, or takes it again; returns false if it is another worker's. */
    synchronized boolean take() {
        Instant end = clock.instant().plus(length);
        if (!runs.hold(runId, owner, length)) {
            lose();
            return false;
        }
        until = end;
        if (!renewed) {
            renewed = true;
            long pause = length.toMillis() / RENEWALS;
            timer.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
        }
        return true;
    }

    /** Whether the run is ours at this moment, and was all the time since it was taken. */
    boolean isHeld() {
        return clock.instant().isBefore(until);
    }

    /** It is another worker's, as we were told. */
    void lose() {
        until = Instant.MIN;
    }

    String owner() {
        return owner;
    }

    /** One that has lapsed is only taken again: another worker can have had the run meanwhile, and moved its cursor. */
    private synchronized void renew() {
        if (closed || !isHeld()) {
            return;
        }
        Instant end = clock.instant().plus(length);
        try {
            boolean isKept = runs.hold(runId, owner, length) && isHeld();
            until = isKept ? end : Instant.MIN;
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
