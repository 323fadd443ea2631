/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import io.github.camelleadiq.client.RateLimitConfig;
import io.github.camelleadiq.client.RateLimiterState;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** What one client has to do with the rate limiters: it gets permits from them, and leaves them when it is closed. */
public final class ClientRateLimiter implements AutoCloseable {

    /** Keys can come with messages; a hash is made quickly enough to forget them all now and then. */
    private static final int MOST_KEYS = 1_000;

    private final RateLimiters rateLimiters;
    private final URI server;
    private final Demand demand;
    private final boolean isOn;
    private final Map<String, RateLimiterKey> keys = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param executor for questions to the database of a shared bucket; unused without one */
    public ClientRateLimiter(RateLimiters rateLimiters, RateLimitConfig config, URI server, Executor executor) {
        this.rateLimiters = rateLimiters;
        this.server = server;
        this.demand = new Demand(this, config, executor);
        this.isOn = config.isOn();
    }

    /**
     * Lets calls in, with pacing or without it. Each has to {@link #leave} again.
     *
     * @param authorization whose they are; null without one
     * @throws QueueFullException when more would wait or be under way with them than the client's settings allow; then none
     *     is in
     */
    public void enter(String authorization, int calls) {
        rateLimiters.enter(key(authorization), calls, demand.config().maxQueuedLookups());
    }

    /** Calls that were let in have come back, whatever came of them. */
    public void leave(String authorization, int calls) {
        rateLimiters.leave(key(authorization), calls);
    }

    /** @param authorization whose limit it is; null without one */
    public Permit permit(String authorization) {
        return authorization == null || !isOn
                ? Permit.UNPACED
                : new QueuedPermit(rateLimiters, key(authorization), demand, this::isClosed);
    }

    /** What the rateLimiter of a key does; empty as long as there is none. */
    public Optional<RateLimiterState> state(String authorization) {
        return Optional.ofNullable(rateLimiters.state(key(authorization)));
    }

    /** All that waits for this client fails. */
    @Override
    public void close() {
        closed = true;
        rateLimiters.leave(this);
    }

    private RateLimiterKey key(String authorization) {
        if (keys.size() > MOST_KEYS) {
            keys.clear();
        }
        return keys.computeIfAbsent(
                authorization == null ? "" : authorization, known -> RateLimiterKey.of(server, known));
    }

    private boolean isClosed() {
        return closed;
    }
}
