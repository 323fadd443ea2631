/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.pace;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A turn in the queue of a key. */
final class QueuedTurn implements Turn {

    /**
     * Pauses of two seconds up to a minute, six in all and more than a whole minute of silence, are enough for whatever is
     * a matter of pace. What is refused still, while others pass, has another reason.
     */
    private static final int MOST_REFUSALS = 10;

    private final Pacers pacers;
    private final PacerKey key;
    private final Demand demand;
    private final BooleanSupplier closed;
    private final long ticket;

    private Pacer pacer;
    private int refusals;
    private volatile Waiter waiter;
    private volatile boolean cancelled;

    QueuedTurn(Pacers pacers, PacerKey key, Demand demand, BooleanSupplier closed) {
        this.pacers = pacers;
        this.key = key;
        this.demand = demand;
        this.closed = closed;
        this.ticket = pacers.nextTicket();
    }

    @Override
    public CompletableFuture<Void> next() {
        if (cancelled || closed.getAsBoolean()) {
            return CompletableFuture.failedFuture(new CancellationException("given up"));
        }
        Waiter next = new Waiter(ticket, demand.owner(), pacer != null, pacers.nanoTime());
        waiter = next;
        try {
            pacer = pacers.add(key, next, demand);
        } catch (QueueFullException e) {
            next.completeExceptionally(e);
        }
        // whoever cancelled or closed in the meantime did not see this waiter
        if (cancelled) {
            next.completeExceptionally(new CancellationException("given up"));
        }
        if (closed.getAsBoolean()) {
            pacers.leave(demand.owner());
        }
        return next;
    }

    @Override
    public void accepted() {
        pacer.accepted(waiter.era());
    }

    @Override
    public boolean refused(Duration retryAfter) {
        pacer.refused(waiter.era(), retryAfter);
        return ++refusals <= MOST_REFUSALS;
    }

    @Override
    public void cancel() {
        cancelled = true;
        Waiter waiting = waiter;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }
}
