/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import io.github.camelleadiq.client.RateLimitConfig;
import io.github.camelleadiq.client.RateLimiterState;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What one client has to do with the rate limiters: it gets permits from them, and leaves them when it is closed. */
public final class ClientRateLimiter implements AutoCloseable {

    private final RateLimiters rateLimiters;
    private final URI server;
    private final Demand demand;
    private final boolean isOn;
    private volatile boolean closed;

    /** @param executor for questions to the database of a shared bucket; unused without one */
    public ClientRateLimiter(RateLimiters rateLimiters, RateLimitConfig config, URI server, Executor executor) {
        this.rateLimiters = rateLimiters;
        this.server = server;
        this.demand = new Demand(this, config, executor);
        this.isOn = config.isOn();
    }

    /** @param authorization whose limit it is; null without one */
    public Permit permit(String authorization) {
        return authorization == null || !isOn
                ? Permit.UNPACED
                : new QueuedPermit(rateLimiters, RateLimiterKey.of(server, authorization), demand, this::isClosed);
    }

    /** What the rateLimiter of a key does; empty as long as there is none. */
    public Optional<RateLimiterState> state(String authorization) {
        return Optional.ofNullable(rateLimiters.state(RateLimiterKey.of(server, authorization)));
    }

    /** All that waits for this client fails. */
    @Override
    public void close() {
        closed = true;
        rateLimiters.leave(this);
    }

    private boolean isClosed() {
        return closed;
    }
}
