/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import io.github.camelleadiq.client.RateLimiterState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All rate limiters by key. LeadIQ counts by key and not by client, so one set of them serves the whole JVM. */
public final class RateLimiters {

    /** Applications that bring a key with each message may bring any number of keys. */
    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);

    private static final RateLimiters SHARED = new RateLimiters(new SystemTicker());

    private final Ticker clock;
    private final Map<RateLimiterKey, RateLimiter> rateLimiters = new ConcurrentHashMap<>();
    private final Map<RateLimiterKey, Bulkhead> bulkheads = new ConcurrentHashMap<>();
    private final AtomicLong tickets = new AtomicLong();

    /** For tests, which have no minutes to wait. */
    public RateLimiters(Ticker clock) {
        this.clock = clock;
    }

    /** Those of this JVM. */
    public static RateLimiters shared() {
        return SHARED;
    }

    /** What each rate limiter does, for metrics. */
    public List<RateLimiterState> states() {
        return rateLimiters.entrySet().stream()
                .map(limiter -> limiter.getValue().state(bulkhead(limiter.getKey())))
                .toList();
    }

    RateLimiterState state(RateLimiterKey key) {
        RateLimiter rateLimiter = rateLimiters.get(key);
        return rateLimiter == null ? null : rateLimiter.state(bulkhead(key));
    }

    private Bulkhead bulkhead(RateLimiterKey key) {
        return bulkheads.getOrDefault(key, new Bulkhead());
    }

    /**
     * Lets calls in.
     *
     * @param most how many may be in with them
     * @throws QueueFullException when there is no room for all of them; then none is in
     */
    void enter(RateLimiterKey key, int calls, int most) {
        // within compute, so that no bulkhead is forgotten while calls come
        bulkheads.compute(key, (same, known) -> {
            Bulkhead bulkhead = known == null ? new Bulkhead() : known;
            bulkhead.enter(calls, most);
            return bulkhead;
        });
    }

    /** Calls that were let in have come back. */
    void leave(RateLimiterKey key, int calls) {
        bulkheads.computeIfPresent(key, (same, bulkhead) -> {
            bulkhead.leave(calls);
            return bulkhead.inside() == 0 && !rateLimiters.containsKey(key) ? null : bulkhead;
        });
    }

    long nextTicket() {
        return tickets.incrementAndGet();
    }

    long nanoTime() {
        return clock.nanoTime();
    }

    /** Queues a waiter. */
    RateLimiter add(RateLimiterKey key, PermitFuture waiter, Demand demand) {
        if (!rateLimiters.containsKey(key)) {
            forgetRested();
        }
        // within compute, so that no rate limiter is forgotten while a waiter comes
        RateLimiter chosen = rateLimiters.compute(key, (same, known) -> {
            RateLimiter rateLimiter = known == null ? new RateLimiter(key, clock, demand) : known;
            rateLimiter.add(waiter, demand);
            return rateLimiter;
        });
        chosen.drain();
        return chosen;
    }

    /** A client is closed. */
    void leave(Object owner) {
        rateLimiters.values().forEach(rateLimiter -> rateLimiter.leave(owner));
    }

    private void forgetRested() {
        rateLimiters
                .keySet()
                .forEach(key -> rateLimiters.computeIfPresent(
                        key, (same, rateLimiter) -> rateLimiter.isAsNew(FORGET_AFTER) ? null : rateLimiter));
        bulkheads
                .keySet()
                .forEach(key -> bulkheads.computeIfPresent(
                        key,
                        (same, bulkhead) ->
                                bulkhead.inside() == 0 && !rateLimiters.containsKey(key) ? null : bulkhead));
    }
}
