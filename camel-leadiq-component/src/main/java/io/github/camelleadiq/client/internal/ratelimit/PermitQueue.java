/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import io.github.camelleadiq.client.RateLimiterState;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** Who waits for a permit, in order of arrival, and what became of those that waited. Not thread-safe. */
final class PermitQueue {

    private final TreeMap<Long, PermitFuture> waiters = new TreeMap<>();
    private long granted;
    private long waitedNanos;
    private long longestNanos;

    void add(PermitFuture waiter) {
        waiters.put(waiter.ticket(), waiter);
    }

    boolean isEmpty() {
        return waiters.isEmpty();
    }

    int size() {
        return waiters.size();
    }

    /** The first in the queue leaves it; null when there is none. */
    PermitFuture poll() {
        var first = waiters.pollFirstEntry();
        return first == null ? null : first.getValue();
    }

    void remove(PermitFuture waiter) {
        waiters.remove(waiter.ticket(), waiter);
    }

    List<PermitFuture> ofOwner(Object owner) {
        return waiters.values().stream()
                .filter(waiter -> waiter.belongsTo(owner))
                .toList();
    }

    void granted(long waited) {
        granted++;
        waitedNanos += waited;
        longestNanos = Math.max(longestNanos, waited);
    }

    RateLimiterState state(RateLimiterKey key, TokenBucket source, Bulkhead bulkhead, long rateLimited, long pause) {
        return new RateLimiterState(
                key.server(),
                key.shortHash(),
                source.config().requestsPerMinute(),
                source.shared(),
                size(),
                bulkhead.inside(),
                granted,
                Duration.ofNanos(waitedNanos),
                Duration.ofNanos(longestNanos),
                rateLimited,
                bulkhead.turnedAway(),
                Duration.ofNanos(pause));
    }
}
