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

    private final BatchSender sender;
    private final int size;
    private final Duration window;
    private final ScheduledExecutorService scheduler;
    private final Map<BatchKey, List<PendingCall>> groups = new HashMap<>();
    private boolean held;
    private boolean closed;

    /**
     * @param size lookups of a batch at most
     * @param window how long a batch waits for more
     */
    BatchCollector(BatchSender sender, int size, Duration window, ScheduledExecutorService scheduler, boolean held) {
        this.sender = sender;
        this.size = size;
        this.window = window;
        this.scheduler = scheduler;
        this.held = held;
    }

    CompletableFuture<Answer> add(PreparedCall call) {
        PendingCall pending = PendingCall.of(call);
        BatchKey key = BatchKey.of(call);
        List<PendingCall> full = null;
        boolean first;
        synchronized (this) {
            List<PendingCall> group = groups.computeIfAbsent(key, any -> new ArrayList<>());
            group.add(pending);
            first = group.size() == 1 && !held;
            if (group.size() >= size || closed) {
                full = groups.remove(key);
            }
        }
        if (full != null) {
            sender.send(full);
        } else if (first) {
            flushLater(key);
        }
        return pending.answer();
    }

    /** No more calls are sure to come: what has been collected leaves. */
    public void release() {
        List<List<PendingCall>> collected;
        synchronized (this) {
            held = false;
            collected = List.copyOf(groups.values());
            groups.clear();
        }
        collected.forEach(sender::send);
    }

    /** As {@link #release()}; and calls that still come do not wait. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        release();
    }

    private void flushLater(BatchKey key) {
        try {
            scheduler.schedule(() -> flush(key), window.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the client is being closed; sending tells each call so
            flush(key);
        }
    }

    /** A group that left full meanwhile may have a successor, which then leaves early: that costs nothing but fullness. */
    private void flush(BatchKey key) {
        List<PendingCall> group;
        synchronized (this) {
            group = groups.remove(key);
        }
        if (group != null) {
            sender.send(group);
        }
    }
}
