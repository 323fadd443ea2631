/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.state.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the next records to process out of the inbox, and puts back what was not settled. */
public final class InboxWorker {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);

    private final PipelineContext setup;
    private final String runId;
    private final Culprits culprits;
    private String owner;
    private List<StoredEvent> held = List.of();
    private Instant heldSince = Instant.MIN;
    private Throwable failure;

    public InboxWorker(PipelineContext setup, String runId) {
        this.setup = setup;
        this.runId = runId;
        this.culprits = new Culprits(setup);
    }

    /**
     * A worker begins, and takes the place of the one before, who can do nothing any more.
     *
     * @param worker unique among all workers of all nodes, and used once: who outlived a stop must not pass for the next
     */
    public synchronized void begin(String worker) {
        // the last batch came to an end without being settled: its events are still its owner's
        putBack();
        owner = worker;
    }

    /**
     * The next records, which are the worker's until the lease ends; empty if there is nothing to do now, or if it is not
     * the worker's turn any more.
     */
    public synchronized Batch next(String worker) {
        if (!worker.equals(owner)) {
            return nothing();
        }
        held = setup.gate().isOpen() && isDue()
                ? setup.state()
                        .inbox()
                        .claim(
                                setup.profile().object(),
                                culprits.batchSize(),
                                setup.options().alive(),
                                owner)
                : List.of();
        heldSince = setup.clock().instant();
        settleWithoutRecords(held);
        held = culprits.alone(owner, held);
        Map<String, Trigger> causes = new LinkedHashMap<>();
        for (StoredEvent stored : held) {
            Trigger cause = new Trigger(stored.event(), Set.of(stored.id()), stored.attempts());
            stored.event().recordIds().forEach(id -> causes.merge(id, cause, Trigger::and));
        }
        List<RecordContext> items = new ArrayList<>();
        causes.forEach((id, cause) -> items.add(RecordContext.of(id, cause)));
        return batch(items);
    }

    /** Requests are scarce: changes wait for each other a little. */
    private boolean isDue() {
        PipelineOptions options = setup.options();
        return setup.state().inbox().isDue(setup.profile().object(), culprits.batchSize(), options.maxDelay());
    }

    /** A batch without records, which ends the work. */
    public Batch nothing() {
        return batch(List.of());
    }

    private Batch batch(List<RecordContext> items) {
        return new Batch(
                setup,
                runId,
                UUID.randomUUID().toString(),
                owner,
                null,
                setup.clock().instant(),
                items);
    }

    /** The worker lives: what it works on stays its own, until the lease is over. To be called three times a minute. */
    public synchronized void renew() {
        if (owner == null || held.isEmpty()) {
            return;
        }
        PipelineOptions options = setup.options();
        Duration left = Duration.between(setup.clock().instant(), heldSince.plus(options.lease()));
        Duration renewed = left.compareTo(options.alive()) < 0 ? left : options.alive();
        if (!renewed.isNegative() && !renewed.isZero()) {
            List<Long> ids = held.stream().map(StoredEvent::id).toList();
            try {
                setup.state().inbox().extend(owner, ids, renewed);
            } catch (RuntimeException e) {
                // it is noticed where it matters: nothing is written that is not the worker's any more
                LOG.debug("A lease could not be renewed", e);
            }
        }
    }

    /** All that the worker claimed last is settled. */
    public synchronized void settled(String worker) {
        if (worker.equals(owner) && !held.isEmpty()) {
            culprits.none(held);
            held = List.of();
        }
    }

    /**
     * Work on what the worker claimed last has come to an end. What is not settled is put back: see {@link Culprits}.
     *
     * @param why what it ended with; null if that is not known
     */
    public synchronized void ended(String worker, Throwable why) {
        if (worker.equals(owner)) {
            failure = why;
            putBack();
        }
    }

    /** As {@link #release()}, if it is the worker's turn still. */
    public synchronized void release(String worker) {
        if (worker.equals(owner)) {
            release();
        }
    }

    /**
     * Gives back what is still held, at an orderly stop. Attempts do not count. Whoever may still work on it will not be
     * able to write: it is not the owner's any more, and nobody will have the owner's name again.
     */
    public synchronized void release() {
        if (!held.isEmpty()) {
            setup.state().inbox().release(owner);
            held = List.of();
            failure = null;
        }
        owner = null;
    }

    private void putBack() {
        if (!held.isEmpty()) {
            // should the database be down, they are still held afterwards, for the next time
            culprits.putBack(owner, held, failure);
            held = List.of();
        }
        failure = null;
    }

    /** An overflow names no record. Whoever knows the CRM has to look for the changed ones; here it must not get lost. */
    private void settleWithoutRecords(List<StoredEvent> events) {
        List<Long> ids = events.stream()
                .filter(stored -> stored.event().recordIds().isEmpty())
                .map(StoredEvent::id)
                .toList();
        if (!ids.isEmpty()) {
            setup.state().inbox().dead(owner, ids, "names no records: look for changed ones by a backfill");
        }
    }
}
