/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        if (open.size() < items.size()) {
            portions.add(with(items.stream().filter(item -> !item.isOpen()).toList()));
        }
        for (int from = 0; from < open.size(); from += Crm.MOST) {
            portions.add(with(open.subList(from, Math.min(open.size(), from + Crm.MOST))));
        }
        return portions;
    }

    /**
     * Changes each open record on its own: one that cannot be processed fails for itself, and is tried again. Where several
     * cannot, one after the other, and none can in between, none of them is to blame, and the pipeline pauses.
     */
    public Batch eachOpen(UnaryOperator<RecordContext> change) {
        List<RecordContext> changed = new ArrayList<>(items.size());
        List<String> passed = new ArrayList<>();
        Map<String, String> failed = new LinkedHashMap<>();
        for (RecordContext item : items) {
            if (!item.isOpen()) {
                changed.add(item);
                continue;
            }
            try {
                changed.add(change.apply(item));
                passed.add(item.recordId());
            } catch (RuntimeException e) {
                failed.put(item.recordId(), e.getClass().getName());
                changed.add(item.with(failed(item, e)));
            }
        }
        // each caller's function has a class of its own
        Set<String> outage = setup.gate().outage(change.getClass().getName(), passed, failed);
        if (outage.isEmpty()) {
            return with(changed);
        }
        setup.gate().close(setup.options().outagePause());
        changed.replaceAll(item -> item.fate() instanceof Disposition.Later later && outage.contains(item.recordId())
                ? item.with(new Disposition.Later(later.reason(), false))
                : item);
        return with(changed);
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

    private static Disposition failed(RecordContext item, RuntimeException failure) {
        // the message can quote a value
        LOG.error(
                "Cannot process record {}: {}",
                item.recordId(),
                failure.getClass().getName());
        LOG.debug("Record {} failed at {}", item.recordId(), failure.getStackTrace());
        return new Disposition.Later("internal error: " + failure.getClass().getName(), true);
    }

    @Override
    public String toString() {
        return items.size() + " records of " + setup.profile().object() + " in run " + runId;
    }
}
