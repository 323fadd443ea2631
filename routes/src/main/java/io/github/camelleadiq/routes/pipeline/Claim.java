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

/** Takes the next records to process out of the inbox. */
public final class Claim {
    private final Setup setup;
    private final String runId;
    private final String owner;
    private boolean holds;

    /** @param owner unique among all workers of all nodes */
    public Claim(Setup setup, String runId, String owner) {
        this.setup = setup;
        this.runId = runId;
        this.owner = owner;
    }

    /** The next records, which are the owner's until the lease ends; empty if there is nothing to do now. */
    public synchronized Batch next() {
        if (holds) {
            // the last batch came to an end without being settled: its events are still ours
            release();
        }
        List<StoredEvent> events = setup.gate().isOpen()
                ? setup.state()
                        .inbox()
                        .claim(
                                setup.profile().object(),
                                setup.options().batchSize(),
                                setup.options().lease(),
                                owner)
                : List.of();
        holds = !events.isEmpty();
        settleWithoutRecords(events);
        Map<String, Cause> causes = new LinkedHashMap<>();
        for (StoredEvent stored : events) {
            Cause cause = new Cause(stored.event(), Set.of(stored.id()), stored.attempts());
            stored.event().recordIds().forEach(id -> causes.merge(id, cause, Cause::and));
        }
        List<Item> items = new ArrayList<>();
        causes.forEach((id, cause) -> items.add(Item.of(id, cause)));
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
        holds = false;
    }

    /** Gives back what is still held, at an orderly stop. */
    public synchronized void release() {
        holds = false;
        setup.state().inbox().release(owner);
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
