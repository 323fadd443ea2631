/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.state.EventInbox;
import io.github.camelleadiq.routes.state.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the log and settles the events, together: a crash in between counts nothing twice. */
public final class SettleStep {
    /** Where records of pages that could not be finished come from, for the inbox. */
    static final String SOURCE = "leadiq-records";

    /**
     * What came of the batch.
     *
     * @throws EnrichmentPausedException if records that did not come from the inbox have to wait for no fault of theirs;
     *     what could be done is done and logged
     */
    public EnrichmentSummary settle(Batch processed) {
        Setup setup = processed.setup();
        Instant now = setup.clock().instant();
        Batch batch = processed.with(
                processed.items().stream().map(item -> giveUp(item, setup)).toList());
        setup.state().atomically(() -> {
            Intentions.settle(batch);
            setup.log()
                    .append(batch.items().stream()
                            .flatMap(item -> LogEntries.of(batch, item, now).stream())
                            .toList());
            if (batch.owner() == null) {
                keepUnfinished(batch);
            } else {
                settleEvents(batch, now);
            }
            return null;
        });
        if (batch.owner() == null) {
            EnrichmentPausedException.throwIfWaiting(batch);
        }
        return EnrichmentSummary.of(batch);
    }

    /** What was tried often enough is given up. */
    private static Item giveUp(Item item, Setup setup) {
        return item.fate() instanceof Fate.Later later
                        && later.attemptCounts()
                        && item.cause().attempts() >= setup.options().maxAttempts()
                ? item.with(new Fate.Dead(Outcome.FAILED, later.reason()))
                : item;
    }

    /** An event of several records is finished when all of them are. */
    private static void settleEvents(Batch batch, Instant now) {
        Map<Long, Item> last = new HashMap<>();
        for (Item item : batch.items()) {
            item.cause().eventIds().forEach(id -> last.merge(id, item, SettleStep::lessFinished));
        }
        Map<String, List<Long>> events = new HashMap<>();
        last.forEach((id, item) -> events.computeIfAbsent(item.recordId(), none -> new ArrayList<>())
                .add(id));
        EventInbox inbox = batch.setup().state().inbox();
        List<Long> done = new ArrayList<>();
        for (Item item : batch.items()) {
            List<Long> ids = events.getOrDefault(item.recordId(), List.of());
            if (item.fate() instanceof Fate.Dead dead) {
                inbox.dead(batch.owner(), ids, dead.reason());
            } else if (item.fate() instanceof Fate.Later later) {
                putOff(batch, item, later, ids, now);
            } else {
                done.addAll(ids);
            }
        }
        inbox.done(batch.owner(), done);
    }

    private static void putOff(Batch batch, Item item, Fate.Later later, List<Long> ids, Instant now) {
        Options options = batch.setup().options();
        EventInbox inbox = batch.setup().state().inbox();
        if (later.attemptCounts()) {
            inbox.retryLater(
                    batch.owner(), ids, now.plus(options.delayAfter(item.cause().attempts())), later.reason());
        } else {
            inbox.postpone(batch.owner(), ids, notBefore(batch.setup(), now), later.reason());
        }
    }

    private static Instant notBefore(Setup setup, Instant now) {
        Instant open = setup.gate().closedUntil();
        return open.isAfter(now) ? open : now;
    }

    /** A page is settled by its caller's cursor; what could not be finished goes on in the inbox. */
    private static void keepUnfinished(Batch batch) {
        EventInbox inbox = batch.setup().state().inbox();
        for (Item item : batch.items()) {
            if (item.fate() instanceof Fate.Dead dead) {
                inbox.bury(item.cause().event(), dead.reason());
            } else if (item.fate() instanceof Fate.Later later && later.attemptCounts()) {
                inbox.offerAgain(item.cause().event());
            }
        }
    }

    private static Item lessFinished(Item one, Item other) {
        return rank(one.fate()) >= rank(other.fate()) ? one : other;
    }

    private static int rank(Fate fate) {
        if (fate instanceof Fate.Later) {
            return 2;
        }
        return fate instanceof Fate.Dead ? 1 : 0;
    }
}
