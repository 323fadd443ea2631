/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.Paused;
import io.github.camelleadiq.routes.state.RunCounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Enrichment has to wait: LeadIQ or the CRM does not answer, or credits or the budget are used up. */
public final class EnrichmentPausedException extends RuntimeException implements Paused {
    private static final long serialVersionUID = 1L;

    private final transient Instant until;
    private final transient RunCounts finished;

    private EnrichmentPausedException(String message, Instant until, RunCounts finished) {
        super(message);
        this.until = until;
        this.finished = finished;
    }

    @Override
    public Instant until() {
        return until;
    }

    @Override
    public RunCounts finished() {
        return finished;
    }

    static void throwIfClosed(PipelineContext setup) {
        if (!setup.gate().isOpen()) {
            throw new EnrichmentPausedException(
                    "Enrichment of " + setup.profile().object() + " pauses until "
                            + setup.gate().closedUntil(),
                    setup.gate().closedUntil(),
                    RunCounts.NONE);
        }
    }

    /** Whether a record has to wait for no fault of its own. */
    static boolean isWaiting(Batch batch) {
        return waiting(batch).isPresent();
    }

    private static Optional<Disposition.Later> waiting(Batch batch) {
        return batch.items().stream()
                .map(RecordContext::fate)
                .filter(Disposition.Later.class::isInstance)
                .map(Disposition.Later.class::cast)
                .filter(later -> !later.attemptCounts())
                .findFirst();
    }

    static void throwIfWaiting(Batch batch) {
        waiting(batch).ifPresent(later -> {
            Instant until = batch.setup().gate().closedUntil();
            throw new EnrichmentPausedException(
                    "Run " + batch.runId() + " pauses until " + until + ": " + later.reason(), until, finished(batch));
        });
    }

    /** Of those that LeadIQ has answered and that are written or need not be: they are fresh when they come again. */
    private static RunCounts finished(Batch batch) {
        List<RecordContext> finished = batch.items().stream()
                .filter(item -> item.match() != null && item.fate() instanceof Disposition.Done)
                .toList();
        RunCounts of = EnrichmentSummary.of(batch.with(finished)).counts();
        return new RunCounts(0, of.planned(), of.lookedUp(), of.written(), of.refused(), of.failed());
    }
}
