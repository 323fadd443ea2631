/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.pace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All pacers by key. LeadIQ counts by key and not by client, so one set of them serves the whole JVM. */
public final class Pacers {

    /** Applications that bring a key with each message may bring any number of keys. */
    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);

    private static final Pacers SHARED = new Pacers(new SystemPacerClock());

    private final PacerClock clock;
    private final Map<PacerKey, Pacer> pacers = new ConcurrentHashMap<>();
    private final AtomicLong tickets = new AtomicLong();

    /** For tests, which have no minutes to wait. */
    public Pacers(PacerClock clock) {
        this.clock = clock;
    }

    /** Those of this JVM. */
    public static Pacers shared() {
        return SHARED;
    }

    /** What each pacer does, for metrics. */
    public List<PacerState> states() {
        return pacers.values().stream().map(Pacer::state).toList();
    }

    PacerState state(PacerKey key) {
        Pacer pacer = pacers.get(key);
        return pacer == null ? null : pacer.state();
    }

    long nextTicket() {
        return tickets.incrementAndGet();
    }

    long nanoTime() {
        return clock.nanoTime();
    }

    /**
     * Queues a waiter.
     *
     * @throws QueueFullException when there is no room for it
     */
    Pacer add(PacerKey key, Waiter waiter, Demand demand) {
        if (!pacers.containsKey(key)) {
            forgetRested();
        }
        // within compute, so that no pacer is forgotten while a waiter comes
        Pacer chosen = pacers.compute(key, (same, known) -> {
            Pacer pacer = known == null ? new Pacer(key, clock, demand) : known;
            pacer.add(waiter, demand);
            return pacer;
        });
        chosen.drain();
        return chosen;
    }

    /** A client is closed. */
    void leave(Object owner) {
        pacers.values().forEach(pacer -> pacer.leave(owner));
    }

    private void forgetRested() {
        pacers.keySet()
                .forEach(key ->
                        pacers.computeIfPresent(key, (same, pacer) -> pacer.isAsNew(FORGET_AFTER) ? null : pacer));
    }
}
