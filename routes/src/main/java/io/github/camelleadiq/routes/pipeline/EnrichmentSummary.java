/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.routes.state.RunCounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What came of a batch.
 *
 * @param runId the run or stream
 * @param counts records: read, planned (something is missing), looked up, written, refused by the
 *     CRM or by policy, failed for good
 * @param postponed records that are tried again
 * @param credits what was spent
 * @param estimatedCredits what the plans would cost if LeadIQ found each record, at the component's prices: each company
 *     counts once in a run, and nothing as free
 * @param diffs what would be changed; empty in {@link Mode#LIVE}
 */
public record EnrichmentSummary(
        String runId,
        RunCounts counts,
        long postponed,
        BigDecimal credits,
        BigDecimal estimatedCredits,
        List<EnrichmentDiff> diffs) {
    public EnrichmentSummary {
        diffs = List.copyOf(diffs);
    }

    /** @param recovered records that an earlier attempt has written, as is known only now */
    static EnrichmentSummary of(Batch batch, Set<String> recovered) {
        List<RecordContext> items = batch.items();
        Map<String, BigDecimal> estimates = batch.setup().estimates().of(batch);
        return new EnrichmentSummary(
                batch.runId(),
                counts(items, count(items, item -> item.crmRecord() != null), recovered),
                count(items, item -> item.fate() instanceof Disposition.Later),
                sum(items, RecordContext::credits),
                sum(items, item -> estimates.getOrDefault(item.recordId(), BigDecimal.ZERO)),
                batch.setup().mode() == Mode.LIVE
                        ? List.of()
                        : items.stream()
                                .filter(item -> hasOutcome(item, Outcome.DRY_RUN))
                                .map(item -> EnrichmentDiff.of(
                                        item, estimates.getOrDefault(item.recordId(), BigDecimal.ZERO)))
                                .toList());
    }

    /**
     * What came of some records, however many of them were read.
     *
     * @param recovered records that an earlier attempt has written, as is known only now
     */
    static RunCounts counts(List<RecordContext> items, long read, Set<String> recovered) {
        Predicate<RecordContext> before = item -> recovered.contains(item.recordId());
        return new RunCounts(
                read,
                count(
                        items,
                        before.or(item -> item.plan() != null && item.plan().isLookup())),
                count(items, before.or(item -> item.match() != null)),
                count(items, before.or(item -> hasOutcome(item, Outcome.WRITTEN))),
                count(items, item -> hasOutcome(item, Outcome.REFUSED)),
                count(items, item -> hasOutcome(item, Outcome.FAILED)));
    }

    private static boolean hasOutcome(RecordContext item, Outcome outcome) {
        return item.fate() instanceof Disposition.Done done && done.outcome() == outcome
                || item.fate() instanceof Disposition.Dead dead && dead.outcome() == outcome;
    }

    private static long count(List<RecordContext> items, Predicate<RecordContext> which) {
        return items.stream().filter(which).count();
    }

    private static BigDecimal sum(List<RecordContext> items, Function<RecordContext, BigDecimal> credits) {
        return items.stream().map(credits).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether there was more to do than to see that nothing is missing. */
    boolean hasDoneSomething() {
        return counts.planned() + counts.refused() + counts.failed() + postponed > 0;
    }

    /** Numbers only. */
    @Override
    public String toString() {
        return "run " + runId + ": read " + counts.read() + ", looked up " + counts.lookedUp() + ", written "
                + counts.written() + ", refused " + counts.refused() + ", failed " + counts.failed() + ", postponed "
                + postponed + ", credits " + credits.stripTrailingZeros().toPlainString() + ", estimated "
                + estimatedCredits.toPlainString();
    }
}
