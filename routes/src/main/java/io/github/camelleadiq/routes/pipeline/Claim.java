/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.state.StoredEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Takes the next records to process out of the inbox, and puts back what was not settled. */
public final class Claim {
    private final Setup setup;
    private final String runId;
    private final String owner;
    private final Culprits culprits;
    private List<StoredEvent> held = List.of();
    private Throwable failure;

    /** @param owner unique among all workers of all nodes */
    public Claim(Setup setup, String runId, String owner) {
        this.setup = setup;
        this.runId = runId;
        this.owner = owner;
        this.culprits = new Culprits(setup, owner);
    }

    /** The next records, which are the owner's until the lease ends; empty if there is nothing to do now. */
    public synchronized Batch next() {
        // the last batch came to an end without being settled: its events are still ours
        putBack();
        held = setup.gate().isOpen()
                ? setup.state()
                        .inbox()
                        .claim(
                                setup.profile().object(),
                                culprits.batchSize(),
                                setup.options().lease(),
                                owner)
                : List.of();
        settleWithoutRecords(held);
        held = culprits.alone(held);
        Map<String, Cause> causes = new LinkedHashMap<>();
        for (StoredEvent stored : held) {
            Cause cause = new Cause(stored.event(), Set.of(stored.id()), stored.attempts());
            stored.event().recordIds().forEach(id -> causes.merge(id, cause, Cause::and));
        }
        List<Item> items = new ArrayList<>();
        causes.forEach((id, cause) -> items.add(Item.of(id, cause)));
        return batch(items);
    }

    /** A batch without records, which ends the work. */
    public Batch nothing() {
        return batch(List.of());
    }

    private Batch batch(List<Item> items) {
        return new Batch(
                setup,
                runId,
                UUID.randomUUID().toString(),
                owner,
                null,
                setup.clock().instant(),
                items);
    }

    /** All that was claimed last is settled. */
    public synchronized void settled() {
        if (!held.isEmpty()) {
            held = List.of();
            culprits.none();
        }
    }

    /**
     * Work on what was claimed last has come to an end. What is not settled is put back: see {@link Culprits}.
     *
     * @param why what it ended with; null if that is not known
     */
    public synchronized void ended(Throwable why) {
        failure = why;
        putBack();
    }

    /**
     * Gives back what is still held, at an orderly stop. Attempts do not count. Whoever may still work on it will not be
     * able to write: it is not the owner's any more.
     */
    public synchronized void release() {
        if (!held.isEmpty()) {
            setup.state().inbox().release(owner);
            held = List.of();
            failure = null;
        }
    }

    private void putBack() {
        if (!held.isEmpty()) {
            // should the database be down, they are still held afterwards, for the next time
            culprits.putBack(held, failure);
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
