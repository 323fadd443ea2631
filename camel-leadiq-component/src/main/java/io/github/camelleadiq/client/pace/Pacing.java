/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.pace;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What one client has to do with the pacers: it gets turns from them, and leaves them when it is closed. */
public final class Pacing implements AutoCloseable {

    private final Pacers pacers;
    private final URI server;
    private final Demand demand;
    private volatile boolean closed;

    /** @param executor for questions to the database of a shared bucket; unused without one */
    public Pacing(Pacers pacers, PacingConfig config, URI server, Executor executor) {
        this.pacers = pacers;
        this.server = server;
        this.demand = new Demand(this, config, executor);
    }

    /** @param authorization whose limit it is; null when nobody's */
    public Turn turn(String authorization) {
        return authorization == null || !demand.config().isOn()
                ? Turn.UNPACED
                : new QueuedTurn(pacers, PacerKey.of(server, authorization), demand, this::isClosed);
    }

    /** What the pacer of a key does; empty as long as there is none. */
    public Optional<PacerState> state(String authorization) {
        return Optional.ofNullable(pacers.state(PacerKey.of(server, authorization)));
    }

    /** All that waits for this client fails. */
    @Override
    public void close() {
        closed = true;
        pacers.leave(this);
    }

    private boolean isClosed() {
        return closed;
    }
}
