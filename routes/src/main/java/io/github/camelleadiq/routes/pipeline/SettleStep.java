/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.state.EventInbox;
import io.github.camelleadiq.routes.state.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the log and settles the events, together: a crash in between counts nothing twice. */
public final class SettleStep {
    /**
     * What came of the batch.
     *
     * @throws EnrichmentPausedException if records that did not come from the inbox have to wait for no fault of theirs;
     *     what could be done is done and logged
     */
    public EnrichmentSummary settle(Batch processed) {
        PipelineContext setup = processed.setup();
        Instant now = setup.clock().instant();
        Batch batch = processed.with(
                processed.items().stream().map(item -> giveUp(item, setup)).toList());
        setup.state().atomically(() -> {
            WriteAheadLog.settle(batch);
            boolean comesAgain = batch.owner() == null && EnrichmentPausedException.isWaiting(batch);
            setup.log()
                    .append(batch.items().stream()
                            .filter(item -> !comesAgain || isOver(item))
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

    /** Whether the record ends here even if its page comes again: then it is fresh, or a dead letter, or paid for. */
    private static boolean isOver(RecordContext item) {
        return item.match() != null || item.credits().signum() != 0 || item.fate() instanceof Disposition.Dead;
    }

    /** What was tried often enough is given up. */
    private static RecordContext giveUp(RecordContext item, PipelineContext setup) {
        return item.fate() instanceof Disposition.Later later
                        && later.attemptCounts()
                        && item.cause().attempts() >= setup.options().maxAttempts()
                ? item.with(new Disposition.Dead(Outcome.FAILED, later.reason()))
                : item;
    }

    /** An event of several records is finished when all of them are. */
    private static void settleEvents(Batch batch, Instant now) {
        Map<Long, RecordContext> last = new HashMap<>();
        for (RecordContext item : batch.items()) {
            item.cause().eventIds().forEach(id -> last.merge(id, item, SettleStep::lessFinished));
        }
        Map<String, List<Long>> events = new HashMap<>();
        last.forEach((id, item) -> events.computeIfAbsent(item.recordId(), none -> new ArrayList<>())
                .add(id));
        List<Long> done = new ArrayList<>();
        Map<String, List<Long>> dead = new LinkedHashMap<>();
        Map<Delay, List<Long>> later = new LinkedHashMap<>();
        for (RecordContext item : batch.items()) {
            List<Long> ids = events.getOrDefault(item.recordId(), List.of());
            if (item.fate() instanceof Disposition.Dead given) {
                dead.computeIfAbsent(given.reason(), none -> new ArrayList<>()).addAll(ids);
            } else if (item.fate() instanceof Disposition.Later waiting) {
                later.computeIfAbsent(delay(batch.setup(), item, waiting, now), none -> new ArrayList<>())
                        .addAll(ids);
            } else {
                done.addAll(ids);
            }
        }
        EventInbox inbox = batch.setup().state().inbox();
        inbox.done(batch.owner(), done);
        dead.forEach((reason, ids) -> inbox.dead(batch.owner(), ids, reason));
        later.forEach((delay, ids) -> {
            if (delay.attemptCounts()) {
                inbox.retryLater(batch.owner(), ids, delay.notBefore(), delay.reason());
            } else {
                inbox.postpone(batch.owner(), ids, delay.notBefore(), delay.reason());
            }
        });
    }

    /** What events are put off by; those with the same one are put off together. */
    private record Delay(Instant notBefore, boolean attemptCounts, String reason) {}

    private static Delay delay(PipelineContext setup, RecordContext item, Disposition.Later later, Instant now) {
        Instant notBefore = later.attemptCounts()
                ? now.plus(setup.options().delayAfter(item.cause().attempts()))
                : notBefore(setup, now);
        return new Delay(notBefore, later.attemptCounts(), later.reason());
    }

    private static Instant notBefore(PipelineContext setup, Instant now) {
        Instant open = setup.gate().closedUntil();
        return open.isAfter(now) ? open : now;
    }

    /** A page is settled by its caller's cursor; what could not be finished goes on in the inbox. */
    private static void keepUnfinished(Batch batch) {
        EventInbox inbox = batch.setup().state().inbox();
        for (RecordContext item : batch.items()) {
            if (item.fate() instanceof Disposition.Dead dead) {
                inbox.bury(item.cause().event(), dead.reason());
            } else if (item.fate() instanceof Disposition.Later later && later.attemptCounts()) {
                inbox.offerAgain(item.cause().event());
            }
        }
    }

    private static RecordContext lessFinished(RecordContext one, RecordContext other) {
        return rank(one.fate()) >= rank(other.fate()) ? one : other;
    }

    private static int rank(Disposition fate) {
        if (fate instanceof Disposition.Later) {
            return 2;
        }
        return fate instanceof Disposition.Dead ? 1 : 0;
    }
}
