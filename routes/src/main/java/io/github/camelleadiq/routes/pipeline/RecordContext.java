/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.match.Candidate;
import io.github.camelleadiq.routes.core.match.MatchResult;
import io.github.camelleadiq.routes.core.merge.Merged;
import io.github.camelleadiq.routes.core.plan.EnrichmentPlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One record on its way through the pipeline. Each step gives back a copy with what it found out.
 *
 * @param recordId the CRM's id of the record
 * @param cause why we look at it
 * @param crmRecord the record as it is now; null before it was read, and if it is gone
 * @param enrichedAt when it was last enriched; null if never
 * @param plan what to ask; null before planning
 * @param candidates what LeadIQ found
 * @param credits what was spent on it
 * @param match what matching came to; null before
 * @param merged what to write; null before merging
 * @param fate what is to become of it
 */
public record RecordContext(
        String recordId,
        Trigger cause,
        CrmRecord crmRecord,
        Instant enrichedAt,
        EnrichmentPlan plan,
        List<Candidate> candidates,
        BigDecimal credits,
        MatchResult match,
        Merged merged,
        Disposition fate) {
    public RecordContext {
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(credits, "credits");
        Objects.requireNonNull(fate, "fate");
        candidates = List.copyOf(candidates);
    }

    /** A record that is yet to be read. */
    public static RecordContext of(String recordId, Trigger cause) {
        return new RecordContext(
                recordId, cause, null, null, null, List.of(), BigDecimal.ZERO, null, null, Disposition.OPEN);
    }

    public boolean isOpen() {
        return fate.isOpen();
    }

    public RecordContext with(CrmRecord found) {
        return new RecordContext(recordId, cause, found, enrichedAt, plan, candidates, credits, match, merged, fate);
    }

    public RecordContext enrichedAt(Instant at) {
        return new RecordContext(recordId, cause, crmRecord, at, plan, candidates, credits, match, merged, fate);
    }

    public RecordContext with(EnrichmentPlan newPlan) {
        return new RecordContext(
                recordId, cause, crmRecord, enrichedAt, newPlan, candidates, credits, match, merged, fate);
    }

    public RecordContext with(List<Candidate> found) {
        return new RecordContext(recordId, cause, crmRecord, enrichedAt, plan, found, credits, match, merged, fate);
    }

    public RecordContext with(MatchResult result) {
        return new RecordContext(
                recordId, cause, crmRecord, enrichedAt, plan, candidates, credits, result, merged, fate);
    }

    public RecordContext with(Merged result) {
        return new RecordContext(
                recordId, cause, crmRecord, enrichedAt, plan, candidates, credits, match, result, fate);
    }

    public RecordContext with(Disposition newFate) {
        return new RecordContext(
                recordId, cause, crmRecord, enrichedAt, plan, candidates, credits, match, merged, newFate);
    }

    /** With what was spent on it just now. */
    public RecordContext spent(BigDecimal more) {
        return new RecordContext(
                recordId, cause, crmRecord, enrichedAt, plan, candidates, credits.add(more), match, merged, fate);
    }

    /** The id and the fate only: the rest is personal data. */
    @Override
    public String toString() {
        return recordId + " " + fate.getClass().getSimpleName();
    }
}
