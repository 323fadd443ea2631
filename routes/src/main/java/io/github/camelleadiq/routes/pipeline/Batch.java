/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records of one object that go through the pipeline together.
 *
 * @param setup what they are processed with
 * @param runId the run that the records are a part of, or the stream, for the log
 * @param correlationId joins the log with LeadIQ's and the CRM's own
 * @param owner who holds the events in the inbox
 * @param isOfRun whether the records are a part of a run
 * @param creditsLeft what may be spent on them, as the run has a cap; null for no limit but the profile's budget
 * @param begunAt before its records were read
 * @param outage what became of the first portion that the CRM was away for, null in it while it is there: the portions
 *     behind that one are not tried
 * @param items the records, in order, each once
 */
public record Batch(
        PipelineContext setup,
        String runId,
        String correlationId,
        String owner,
        boolean isOfRun,
        BigDecimal creditsLeft,
        Instant begunAt,
        AtomicReference<Disposition> outage,
        List<RecordContext> items) {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    public Batch {
        Objects.requireNonNull(setup, "setup");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(begunAt, "begunAt");
        Objects.requireNonNull(outage, "outage");
        items = List.copyOf(items);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** The records that go on. */
    public Stream<RecordContext> open() {
        return items.stream().filter(RecordContext::isOpen);
    }

    public Batch with(List<RecordContext> newItems) {
        return new Batch(setup, runId, correlationId, owner, isOfRun, creditsLeft, begunAt, outage, newItems);
    }

    /**
     * The same records in batches of as many as fit into a write, so that little time lies between the last reading of a
     * record and its write. Records that are finished come first.
     */
    public List<Batch> portions() {
        List<RecordContext> open = open().toList();
        if (open.size() <= Crm.MOST) {
            return List.of(this);
        }
        List<Batch> portions = new ArrayList<>();
        portions.add(with(items.stream().filter(item -> !item.isOpen()).toList()));
        for (int from = 0; from < open.size(); from += Crm.MOST) {
            portions.add(with(open.subList(from, Math.min(open.size(), from + Crm.MOST))));
        }
        return portions;
    }

    /** Changes each open record on its own: one that cannot be processed fails for itself, and is tried again. */
    public Batch eachOpen(UnaryOperator<RecordContext> change) {
        return with(items.stream()
                .map(item -> item.isOpen() ? attempt(item, change) : item)
                .toList());
    }

    /** Replaces records by their copies with the same id. */
    public Batch replacing(Map<String, RecordContext> changed) {
        return with(items.stream()
                .map(item -> changed.getOrDefault(item.recordId(), item))
                .toList());
    }

    /** Every open record gets this fate. */
    public Batch allOpen(Disposition fate) {
        return with(items.stream()
                .map(item -> item.isOpen() ? item.with(fate) : item)
                .toList());
    }

    private static RecordContext attempt(RecordContext item, UnaryOperator<RecordContext> change) {
        try {
            return change.apply(item);
        } catch (RuntimeException e) {
            // the message can quote a value
            LOG.error(
                    "Cannot process record {}: {}",
                    item.recordId(),
                    e.getClass().getName());
            LOG.debug("Record {} failed at {}", item.recordId(), e.getStackTrace());
            return item.with(
                    new Disposition.Later("internal error: " + e.getClass().getName(), true));
        }
    }

    @Override
    public String toString() {
        return items.size() + " records of " + setup.profile().object() + " in run " + runId;
    }
}
