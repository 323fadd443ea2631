/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Limits the time that something takes, and can stand still while that something only waits for its turn. */
final class Deadline {

    private final ScheduledExecutorService scheduler;
    private final Runnable onExpiry;
    private long leftNanos;
    private long runningSince;
    private Future<?> alarm;

    /** Stands still at first. */
    Deadline(Duration limit, ScheduledExecutorService scheduler, Runnable onExpiry) {
        this.leftNanos = limit.toNanos();
        this.scheduler = scheduler;
        this.onExpiry = onExpiry;
    }

    /** @throws RejectedExecutionException when the scheduler was shut down */
    synchronized void run() {
        if (alarm == null) {
            runningSince = System.nanoTime();
            alarm = scheduler.schedule(onExpiry, leftNanos, TimeUnit.NANOSECONDS);
        }
    }

    synchronized void stop() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
            leftNanos = Math.max(0, leftNanos - (System.nanoTime() - runningSince));
        }
    }
}
