/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.plan.Lookup;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What may be spent on a batch: what the profile's budget leaves of its run, and what the run's own cap does.
 * Only so many records are asked about at once as can be paid whatever LeadIQ answers; what they did not cost is there for
 * the next ones.
 */
final class Budget {
    private static final Logger LOG = LoggerFactory.getLogger(Budget.class);

    private final PipelineContext setup;
    private final String runId;
    private final Prices prices;
    private final boolean isOfRun;
    private final boolean isOfProfile;
    private BigDecimal left;

    private Budget(Batch batch, BigDecimal ofProfile) {
        setup = batch.setup();
        runId = batch.runId();
        prices = new Prices(setup);
        isOfRun = batch.isOfRun();
        left = Stream.of(ofProfile, batch.creditsLeft())
                .filter(Objects::nonNull)
                .min(BigDecimal::compareTo)
                .orElse(null);
        isOfProfile = left != null && left.equals(ofProfile);
    }

    static Budget of(Batch batch) {
        BigDecimal budget = batch.setup().profile().budget();
        boolean isNeeded = budget != null && batch.open().findAny().isPresent();
        return new Budget(batch, isNeeded ? budget.subtract(batch.setup().log().credits(batch.runId())) : null);
    }

    /** Null for no limit. */
    BigDecimal left() {
        return left;
    }

    /**
     * Whom of these, by their ids, to ask about next: all of them if there is no limit, none if the next one could cost more
     * than is left.
     */
    Set<String> next(List<RecordContext> waiting) {
        BigDecimal rest = left;
        Set<String> next = new HashSet<>();
        for (RecordContext item : waiting) {
            BigDecimal after = rest == null ? null : rest.subtract(most(item));
            if (after == null || after.signum() >= 0) {
                rest = after;
                next.add(item.recordId());
            }
        }
        return next;
    }

    /** Counts what was spent on these. */
    void spent(Collection<RecordContext> items) {
        for (RecordContext item : items) {
            left = left == null ? null : left.subtract(item.credits());
        }
    }

    /** The most that the dearest question about a record can cost: each of those who answer to a name is billed. */
    BigDecimal most(RecordContext item) {
        return item.plan().lookups().stream()
                .map(lookup -> most(item, lookup))
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    /** The most that a question about a record can cost. */
    BigDecimal most(RecordContext item, Lookup lookup) {
        return prices.of(item, lookup).credits();
    }

    /** Those that wait cannot be paid: a run pauses until it may spend more, and a stream for a while. */
    Batch end(Batch batch, List<RecordContext> waiting) {
        LOG.atLevel(isOfProfile ? Level.WARN : Level.INFO)
                .log(
                        "Run {} of {} has {} credits left{}, and the next record could cost {}: {}",
                        runId,
                        setup.profile().object(),
                        left,
                        isOfProfile ? " of its budget of " + setup.profile().budget() : "",
                        most(waiting.get(0)),
                        isOfRun
                                ? "it pauses"
                                : "enrichment pauses for " + setup.options().creditsPause());
        if (isOfRun) {
            setup.state().runs().pause(runId);
        } else {
            setup.gate().close(setup.options().creditsPause());
        }
        return leave(batch, waiting, "the budget of run " + runId + " is used up");
    }

    /** Nothing is asked about those who wait: they come again. */
    Batch leave(Batch batch, List<RecordContext> waiting, String reason) {
        Set<String> ids = waiting.stream().map(RecordContext::recordId).collect(Collectors.toSet());
        Disposition later = new Disposition.Later(reason, false);
        return batch.with(batch.items().stream()
                .map(item -> ids.contains(item.recordId()) ? item.with(later) : item)
                .toList());
    }
}
