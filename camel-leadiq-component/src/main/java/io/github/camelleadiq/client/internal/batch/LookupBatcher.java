/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Collects lookups of different exchanges until a request is full or its first lookup has waited for the window. */
final class LookupBatcher {

    private final Consumer<List<PendingCall>> sender;
    private final IntSupplier size;
    private final Duration window;
    private final ScheduledExecutorService scheduler;
    private final Map<BatchKey, List<PendingCall>> groups = new HashMap<>();
    private boolean closed;

    /** @param size lookups of a request at most */
    LookupBatcher(
            Consumer<List<PendingCall>> sender, IntSupplier size, Duration window, ScheduledExecutorService scheduler) {
        this.sender = sender;
        this.size = size;
        this.window = window;
        this.scheduler = scheduler;
    }

    void add(PendingCall call) {
        BatchKey key = BatchKey.of(call.call());
        List<PendingCall> group;
        boolean leaves;
        boolean first;
        synchronized (this) {
            group = groups.computeIfAbsent(key, any -> new ArrayList<>());
            group.add(call);
            first = group.size() == 1;
            leaves = group.size() >= size.getAsInt() || closed;
            if (leaves) {
                groups.remove(key);
            }
        }
        if (leaves) {
            sender.accept(group);
        } else if (first) {
            flushLater(key, group);
        }
    }

    /** What has been collected leaves, and calls that still come do not wait. */
    void close() {
        Map<BatchKey, List<PendingCall>> collected;
        synchronized (this) {
            closed = true;
            collected = Map.copyOf(groups);
            groups.clear();
        }
        collected.values().forEach(sender);
    }

    private void flushLater(BatchKey key, List<PendingCall> group) {
        try {
            scheduler.schedule(() -> flush(key, group), window.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the client is being closed; sending tells each call so
            flush(key, group);
        }
    }

    private void flush(BatchKey key, List<PendingCall> group) {
        synchronized (this) {
            if (groups.get(key) != group) {
                return;
            }
            groups.remove(key);
        }
        sender.accept(group);
    }
}
