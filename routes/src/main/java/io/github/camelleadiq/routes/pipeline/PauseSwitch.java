/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stops a pipeline for a while, and remembers who failed at LeadIQ in a row. Safe for several threads; forgotten at a
 * restart, which tries again at once.
 */
public final class PauseSwitch {
    /** So many different records that fail for the same reason, and none that is answered in between, are an outage. */
    private static final int SEVERAL = 3;

    private final Clock clock;
    /** Those that failed longest ago are forgotten then. */
    private static final int MOST_TO_BLAME = 10_000;

    private final Set<String> inARow = new HashSet<>();
    private final Set<String> toBlame = new LinkedHashSet<>();
    private String reason = "";
    private final AtomicReference<Closed> closed = new AtomicReference<>(Closed.NEVER);

    private record Closed(Instant at, Instant until) {
        private static final Closed NEVER = new Closed(Instant.MIN, Instant.MIN);

        /** A clock that was set back does not make the pause longer. */
        private boolean isOver(Instant now) {
            return !now.isBefore(until) || now.isBefore(at);
        }
    }

    public PauseSwitch(Clock clock) {
        this.clock = clock;
    }

    /** Closes it for this long at least. */
    public void close(Duration pause) {
        Instant now = clock.instant();
        closed.accumulateAndGet(
                new Closed(now, now.plus(pause)),
                (before, next) -> before.isOver(now) || next.until().isAfter(before.until()) ? next : before);
    }

    /** Opens it at once, for instance after credits were bought. */
    public void open() {
        closed.set(Closed.NEVER);
    }

    public boolean isOpen() {
        return closed.get().isOver(clock.instant());
    }

    /** When it opens by itself; in the past if it is open. */
    public Instant closedUntil() {
        Closed now = closed.get();
        return now.isOver(clock.instant()) ? Instant.MIN : now.until();
    }

    /** LeadIQ has answered a question about a record. */
    synchronized void answered() {
        inARow.clear();
    }

    /** A record has failed while others were answered: whatever fails later, it fails for itself. */
    synchronized void blame(String recordId) {
        if (toBlame.size() == MOST_TO_BLAME) {
            toBlame.remove(toBlame.iterator().next());
        }
        toBlame.add(recordId);
    }

    /** Whether this failure is one of a row, of different records and for the same reason. */
    synchronized boolean isOfSeveral(String recordId, String why) {
        if (!why.equals(reason)) {
            reason = why;
            inARow.clear();
        }
        if (toBlame.contains(recordId)) {
            return false;
        }
        if (inARow.size() < SEVERAL) {
            inARow.add(recordId);
        }
        return inARow.size() >= SEVERAL;
    }
}
