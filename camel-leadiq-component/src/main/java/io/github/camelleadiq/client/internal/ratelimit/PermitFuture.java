/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import java.util.concurrent.CompletableFuture;

/** A request that waits for its permit. */
final class PermitFuture extends CompletableFuture<Void> {

    private final long ticket;
    private final Object owner;
    private final long since;
    private volatile long era;

    /**
     * @param ticket its place: lower ones go first
     * @param owner the client that it belongs to
     * @param since the nanosecond it came
     */
    PermitFuture(long ticket, Object owner, long since) {
        this.ticket = ticket;
        this.owner = owner;
        this.since = since;
    }

    long ticket() {
        return ticket;
    }

    boolean belongsTo(Object client) {
        return owner == client;
    }

    long waited(long now) {
        return now - since;
    }

    /** The era of its permit, see {@link Throttle}. */
    long era() {
        return era;
    }

    /** Lets it go, unless it was given up. */
    boolean grant(long permitEra) {
        era = permitEra;
        return complete(null);
    }
}
