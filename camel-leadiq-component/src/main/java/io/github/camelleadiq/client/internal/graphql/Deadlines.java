/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Limits the time of many things that nearly always end long before. One alarm watches over all of them: one for each
 * would wake the timer's thread for each.
 */
final class Deadlines implements AutoCloseable {

    private final ScheduledExecutorService scheduler;
    private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
    private Future<?> alarm;
    /** When the alarm goes off, in the nanoseconds of this JVM; null while none is set. */
    private volatile Long alarmAt;

    Deadlines(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    /** A limit that stands still at first. */
    Deadline of(Duration limit, Runnable onExpiry) {
        return new Deadline(limit.toNanos(), onExpiry);
    }

    @Override
    public synchronized void close() {
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    /** Limits the time that something takes, and can stand still while that something only waits for its turn. */
    final class Deadline {

        private final Runnable onExpiry;
        private long leftNanos;
        private long endsAt;
        private boolean runs;

        private Deadline(long limitNanos, Runnable onExpiry) {
            this.leftNanos = limitNanos;
            this.onExpiry = onExpiry;
        }

        /** @throws RejectedExecutionException when the scheduler was shut down */
        void run() {
            long end;
            synchronized (this) {
                if (runs) {
                    return;
                }
                runs = true;
                endsAt = System.nanoTime() + leftNanos;
                end = endsAt;
                running.add(this);
            }
            watch(end);
        }

        synchronized void stop() {
            if (runs) {
                runs = false;
                running.remove(this);
                leftNanos = Math.max(0, endsAt - System.nanoTime());
            }
        }

        /** Returns how many nanoseconds are left; 0 when it has ended, or stands still. */
        private synchronized long left(long now) {
            return runs ? Math.max(0, endsAt - now) : 0;
        }

        /** Whether this is the end, which comes once. */
        private synchronized boolean ends(long now) {
            boolean ends = runs && endsAt - now <= 0;
            if (ends) {
                stop();
            }
            return ends;
        }
    }

    /** Sees to it that an alarm goes off by then. */
    private void watch(long end) {
        if (isSetBy(end)) {
            return;
        }
        synchronized (this) {
            if (!isSetBy(end)) {
                alarm = scheduler.schedule(this::look, end - System.nanoTime(), TimeUnit.NANOSECONDS);
                alarmAt = end;
            }
        }
    }

    private boolean isSetBy(long end) {
        Long at = alarmAt;
        // where nothing can be scheduled any more, whoever tries is told
        return at != null && at - end <= 0 && !scheduler.isShutdown();
    }

    private void look() {
        // not before whoever has set it has said so: it can go off at once
        synchronized (this) {
            alarmAt = null;
        }
        long now = System.nanoTime();
        long next = Long.MAX_VALUE;
        List<Deadline> ended = new ArrayList<>();
        for (Deadline deadline : running) {
            if (deadline.ends(now)) {
                ended.add(deadline);
            } else {
                long left = deadline.left(now);
                next = left > 0 ? Math.min(next, left) : next;
            }
        }
        if (next < Long.MAX_VALUE) {
            watch(now + next);
        }
        ended.forEach(deadline -> deadline.onExpiry.run());
    }
}
