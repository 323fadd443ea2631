/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.state.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the CRM, 200 records at a call, after what is to be written was remembered as ours. */
public final class WriteStep implements Step {
    /** Nothing was tried, and what was found out is in no log yet. */
    static final Disposition LEASE_LOST = new Disposition.Later("the lease ran out", false);

    private static final String STEP = "write";

    private static final Logger LOG = LoggerFactory.getLogger(WriteStep.class);

    @Override
    public Batch apply(Batch batch) {
        if (!batch.setup().mode().writes()) {
            return batch.allOpen(new Disposition.Done(Outcome.DRY_RUN, null));
        }
        Batch remaining = batch.eachOpen(item -> item.merged().patch().isEmpty() ? item.with(finished(item)) : item);
        List<RecordContext> toWrite = remaining.open().toList();
        if (toWrite.isEmpty()) {
            return remaining;
        }
        PipelineContext setup = batch.setup();
        if (!isStillOurs(batch, toWrite)) {
            LOG.warn("The lease of {} records ran out before they were written: lengthen it", toWrite.size());
            return remaining.allOpen(LEASE_LOST);
        }
        WriteAheadLog.remember(remaining, toWrite);
        Map<String, RecordContext> written = new HashMap<>();
        for (int from = 0; from < toWrite.size(); from += Crm.MOST) {
            List<RecordContext> some = toWrite.subList(from, Math.min(toWrite.size(), from + Crm.MOST));
            Disposition outage = batch.outage().get();
            if (outage != null) {
                // it would be refused as well
                some.forEach(item -> written.put(item.recordId(), item.with(outage)));
                continue;
            }
            List<RecordContext> tried = write(setup, some);
            tried.forEach(item -> written.put(item.recordId(), item));
            boolean isOutage = tried.stream()
                    .allMatch(item -> item.fate() instanceof Disposition.Later later && !later.attemptCounts());
            if (isOutage) {
                batch.outage().set(tried.get(0).fate());
            }
        }
        return remaining.replacing(written);
    }

    /** Another worker may have taken over what took too long; what it writes must not meet what we write. */
    private static boolean isStillOurs(Batch batch, List<RecordContext> items) {
        Set<Long> ids = new HashSet<>();
        items.forEach(item -> ids.addAll(item.cause().eventIds()));
        PipelineContext setup = batch.setup();
        return setup.state().inbox().extend(batch.owner(), ids, setup.options().alive()) == ids.size();
    }

    private static List<RecordContext> write(PipelineContext setup, List<RecordContext> items) {
        try {
            List<WriteOutcome> outcomes = setup.crm()
                    .write(
                            setup.profile().object(),
                            items.stream().map(item -> item.merged().patch()).toList());
            Set<String> outage = outage(setup, outcomes);
            List<RecordContext> written = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                RecordContext item = settled(items.get(i), outcomes.get(i));
                written.add(
                        outage.contains(item.recordId())
                                ? item.with(new Disposition.Later(reason(outcomes.get(i)), false))
                                : item);
            }
            return written;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Cannot write records of {}: {}",
                    setup.profile().object(),
                    e.getClass().getName());
            LOG.debug("Cannot write records", e);
            setup.gate().close(setup.options().outagePause());
            Disposition fate = new Disposition.Later(
                    "the CRM could not be written: " + e.getClass().getName(), false);
            return items.stream().map(item -> item.with(fate)).toList();
        }
    }

    /** The records that the CRM does not take at present whatever is in them; the pipeline pauses if there are any. */
    private static Set<String> outage(PipelineContext setup, List<WriteOutcome> outcomes) {
        Map<String, String> failed = new LinkedHashMap<>();
        List<String> passed = new ArrayList<>();
        for (WriteOutcome outcome : outcomes) {
            if (outcome.status() == WriteOutcome.Status.WRITTEN) {
                passed.add(outcome.recordId());
            } else if (outcome.status() == WriteOutcome.Status.RETRY_LATER) {
                failed.put(outcome.recordId(), outcome.code());
            }
        }
        Set<String> outage = setup.gate().outage(STEP, passed, failed);
        outcomes.stream()
                .filter(outcome ->
                        outcome.status() == WriteOutcome.Status.UNAVAILABLE || outage.contains(outcome.recordId()))
                .findFirst()
                .ifPresent(outcome -> {
                    LOG.warn(
                            "Cannot write records of {}: {}; enrichment pauses for {}",
                            setup.profile().object(),
                            reason(outcome),
                            setup.options().outagePause());
                    setup.gate().close(setup.options().outagePause());
                });
        return outage;
    }

    /** What the CRM did not take of a record that it has written is logged as refused, and not as written. */
    private static RecordContext settled(RecordContext item, WriteOutcome outcome) {
        RecordContext tried = outcome.status() == WriteOutcome.Status.WRITTEN
                ? item.with(item.merged().without(outcome.refused()))
                : item;
        return tried.with(fate(tried, outcome));
    }

    private static Disposition fate(RecordContext item, WriteOutcome outcome) {
        return switch (outcome.status()) {
            case WRITTEN -> finished(item);
            case RETRY_LATER -> new Disposition.Later(reason(outcome), true);
            case UNAVAILABLE -> new Disposition.Later(reason(outcome), false);
            case INVALID -> new Disposition.Dead(Outcome.REFUSED, reason(outcome));
            case GONE -> new Disposition.Done(Outcome.REFUSED, "GONE");
        };
    }

    private static Disposition finished(RecordContext item) {
        return Endings.of(item);
    }

    private static String reason(WriteOutcome outcome) {
        return outcome.code() + (outcome.message() == null ? "" : ": " + outcome.message());
    }
}
