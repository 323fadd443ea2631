/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A turn in the queue of a key. */
final class QueuedPermit implements Permit {

    /**
     * Pauses of two seconds up to a minute, six in all and more than a whole minute of silence, are enough for whatever is
     * a matter of pace. What is refused still, while others pass, has another reason.
     */
    private static final int MOST_REFUSALS = 10;

    private final RateLimiters rateLimiters;
    private final RateLimiterKey key;
    private final Demand demand;
    private final BooleanSupplier closed;
    private final long ticket;

    private RateLimiter rateLimiter;
    private int refusals;
    private volatile PermitFuture waiter;
    private volatile boolean cancelled;

    QueuedPermit(RateLimiters rateLimiters, RateLimiterKey key, Demand demand, BooleanSupplier closed) {
        this.rateLimiters = rateLimiters;
        this.key = key;
        this.demand = demand;
        this.closed = closed;
        this.ticket = rateLimiters.nextTicket();
    }

    @Override
    public CompletableFuture<Void> next() {
        if (cancelled || closed.getAsBoolean()) {
            return CompletableFuture.failedFuture(new CancellationException("given up"));
        }
        PermitFuture next = new PermitFuture(ticket, demand.owner(), rateLimiters.nanoTime());
        waiter = next;
        rateLimiter = rateLimiters.add(key, next, demand);
        // whoever cancelled or closed in the meantime did not see this waiter
        if (cancelled) {
            next.completeExceptionally(new CancellationException("given up"));
        }
        if (closed.getAsBoolean()) {
            rateLimiters.leave(demand.owner());
        }
        return next;
    }

    @Override
    public void accepted() {
        rateLimiter.accepted(waiter.era());
    }

    @Override
    public boolean refused(Duration retryAfter) {
        rateLimiter.refused(waiter.era(), retryAfter);
        return ++refusals <= MOST_REFUSALS;
    }

    @Override
    public void cancel() {
        cancelled = true;
        PermitFuture waiting = waiter;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }
}
