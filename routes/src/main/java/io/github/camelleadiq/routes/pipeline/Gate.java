/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stops a pipeline for a while. Safe for several threads; forgotten at a
 * restart, which tries again at once.
 */
public final class Gate {
    private final Clock clock;
    private final AtomicReference<Instant> closedUntil = new AtomicReference<>(Instant.MIN);

    public Gate(Clock clock) {
        this.clock = clock;
    }

    /** Closes it for this long at least. */
    public void close(Duration pause) {
        Instant until = clock.instant().plus(pause);
        closedUntil.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Opens it at once, for instance after credits were bought. */
    public void open() {
        closedUntil.set(Instant.MIN);
    }

    public boolean isOpen() {
        return !clock.instant().isBefore(closedUntil.get());
    }

    /** When it opens by itself; in the past if it is open. */
    public Instant closedUntil() {
        return closedUntil.get();
    }
}
