/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.batch;

import io.github.camelleadiq.client.Answer;
import io.github.camelleadiq.client.PreparedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Collects calls until a batch is full or has waited long enough. While the collector is held, because more calls are
 * sure to come, only full batches leave.
 */
public final class BatchCollector {

    /**
     * How long a batch waits that is not full.
     *
     * @param idle for the next call
     * @param most altogether
     */
    record Patience(Duration idle, Duration most) {}

    /** Calls that will share a request. */
    private static final class Group {

        private final List<PendingCall> calls = new ArrayList<>();
        private final long begun = System.nanoTime();
        private long lastJoined = begun;

        void add(PendingCall call) {
            calls.add(call);
            lastJoined = System.nanoTime();
        }

        /** Nanoseconds that are left to wait; not positive when there are none. */
        long left(Patience patience) {
            long now = System.nanoTime();
            return Math.min(
                    patience.idle().toNanos() - (now - lastJoined),
                    patience.most().toNanos() - (now - begun));
        }
    }

    private final BatchSender sender;
    private final int size;
    private final Patience patience;
    private final ScheduledExecutorService scheduler;
    private final Map<BatchKey, Group> groups = new HashMap<>();
    private int joined;
    private boolean held;
    private boolean closed;

    /** @param size lookups of a batch at most */
    BatchCollector(BatchSender sender, int size, Patience patience, ScheduledExecutorService scheduler, boolean held) {
        this.sender = sender;
        this.size = size;
        this.patience = patience;
        this.scheduler = scheduler;
        this.held = held;
    }

    CompletableFuture<Answer> add(PreparedCall call) {
        PendingCall pending = PendingCall.of(call);
        BatchKey key = BatchKey.of(call);
        Group group;
        boolean leaves;
        boolean first;
        synchronized (this) {
            joined++;
            group = groups.computeIfAbsent(key, any -> new Group());
            group.add(pending);
            first = group.calls.size() == 1 && !held;
            leaves = group.calls.size() >= size || closed;
            if (leaves) {
                groups.remove(key);
            }
        }
        if (leaves) {
            sender.send(group.calls);
        } else if (first) {
            flushLater(key, group, patience.idle().toNanos());
        }
        return pending.answer();
    }

    /**
     * No more calls are handed in. What has been collected leaves, unless some of them are still on their way to here:
     * what a cache or a ledger of a database has to say first takes its time.
     *
     * @param unanswered how many of the calls that were handed in have no answer yet
     */
    public void release(long unanswered) {
        Map<BatchKey, Group> collected;
        boolean complete;
        synchronized (this) {
            held = false;
            collected = Map.copyOf(groups);
            complete = joined >= unanswered;
            if (complete) {
                groups.clear();
            }
        }
        if (complete) {
            collected.values().forEach(group -> sender.send(group.calls));
        } else {
            collected.forEach(
                    (key, group) -> flushLater(key, group, patience.idle().toNanos()));
        }
    }

    /** What has been collected leaves, and calls that still come do not wait. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        release(0);
    }

    private void flushLater(BatchKey key, Group group, long nanos) {
        try {
            scheduler.schedule(() -> flush(key, group), nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the client is being closed; sending tells each call so
            flush(key, group);
        }
    }

    private void flush(BatchKey key, Group group) {
        long left;
        synchronized (this) {
            if (groups.get(key) != group) {
                return;
            }
            left = closed || scheduler.isShutdown() ? 0 : group.left(patience);
            if (left <= 0) {
                groups.remove(key);
            }
        }
        if (left > 0) {
            flushLater(key, group, left);
        } else {
            sender.send(group.calls);
        }
    }
}
