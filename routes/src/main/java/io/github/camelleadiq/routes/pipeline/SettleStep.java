/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.routes.state.Settlement;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the log and settles the events, together: a crash in between counts nothing twice. */
public final class SettleStep {
    /** What came of the batch, as it is logged and settled. */
    public EnrichmentSummary settle(Batch processed) {
        PipelineContext setup = processed.setup();
        Instant now = setup.clock().instant();
        Batch batch = processed.with(
                processed.items().stream().map(item -> giveUp(item, setup)).toList());
        Set<String> recovered = setup.state().atomically(() -> {
            Set<String> written = WriteAheadLog.settle(batch);
            LookupFingerprints.settled(batch);
            Set<String> paid = WriteAheadLog.paid(batch);
            setup.log()
                    .append(batch.items().stream()
                            .map(item -> paid.contains(item.recordId())
                                    ? item.spent(item.credits().negate())
                                    : item)
                            .flatMap(item -> LogEntries.of(batch, item, now).stream())
                            .toList());
            Set<Long> ours = settleEvents(batch, now);
            if (batch.isOfRun()) {
                count(batch, ours, written);
            }
            return written;
        });
        batch.items().stream().filter(item -> !item.fate().comesAgain()).forEach(item -> setup.answers()
                .forget(item.recordId()));
        return EnrichmentSummary.of(batch, recovered);
    }

    /** What was tried often enough is given up. */
    private static RecordContext giveUp(RecordContext item, PipelineContext setup) {
        return item.fate() instanceof Disposition.Later later
                        && later.attemptCounts()
                        && item.cause().attempts() >= setup.options().maxAttempts()
                ? item.with(new Disposition.Dead(Outcome.FAILED, later.reason()))
                : item;
    }

    /** Returns the events that were still the batch's. */
    private static Set<Long> settleEvents(Batch batch, Instant now) {
        Map<String, Settlement> settlements = new HashMap<>();
        Set<Long> events = new HashSet<>();
        for (RecordContext item : batch.items()) {
            settlements.put(item.recordId(), settlement(batch.setup(), item, now));
            events.addAll(item.cause().eventIds());
        }
        return batch.setup().state().inbox().settle(batch.owner(), events, settlements);
    }

    private static Settlement settlement(PipelineContext setup, RecordContext item, Instant now) {
        if (item.fate() instanceof Disposition.Dead dead) {
            return new Settlement.Dead(dead.reason());
        }
        if (item.fate() instanceof Disposition.Later later) {
            Instant next = later.attemptCounts()
                    ? now.plus(setup.options().retries().after(item.cause().attempts()))
                    : setup.gate().closedUntil();
            Instant earliest = now.plus(later.pause());
            return new Settlement.Later(
                    next.isAfter(earliest) ? next : earliest, later.attemptCounts(), false, later.reason());
        }
        return Settlement.DONE;
    }

    /** Each record when it is finished. */
    private static void count(Batch batch, Set<Long> ours, Set<String> recovered) {
        List<RecordContext> finished = batch.items().stream()
                .filter(item -> !item.fate().comesAgain())
                .filter(item -> item.cause().eventIds().stream().anyMatch(ours::contains))
                .toList();
        batch.setup()
                .state()
                .runs()
                .count(batch.runId(), EnrichmentSummary.counts(finished, finished.size(), recovered));
    }
}
