/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.match.Candidate;
import io.github.camelleadiq.routes.core.plan.EnrichmentPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What LeadIQ has answered about records until they are settled: one whose write has failed comes again, and is not asked
 * about a second time. That would cost no credits, but requests, and an outage of the CRM would cost as many as there are
 * records. In memory only, as answers are personal data: after a restart LeadIQ is asked again. Safe for several threads.
 */
final class KeptAnswers {
    /** As many as a window has. */
    private static final int MOST = 10_000;
    /** What waits longer is asked about again. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Clock clock;
    /** Oldest first. */
    private final Map<String, Kept> byRecord = new LinkedHashMap<>();

    private record Kept(EnrichmentPlan plan, List<Candidate> candidates, Instant at) {}

    KeptAnswers(Clock clock) {
        this.clock = clock;
    }

    /** Keeps what a record was answered. */
    synchronized void keep(RecordContext answered) {
        EnrichmentPlan plan = answered.plan();
        EnrichmentPlan asked = new EnrichmentPlan(
                plan.objectType(),
                plan.recordId(),
                plan.outcome(),
                plan.wanted(),
                plan.dataPoints(),
                List.of(),
                plan.lookups());
        byRecord.remove(answered.recordId());
        byRecord.put(answered.recordId(), new Kept(asked, answered.candidates(), clock.instant()));
        if (byRecord.size() > MOST) {
            byRecord.remove(byRecord.keySet().iterator().next());
        }
    }

    /** The record with the answer to the same questions, and with the plan that they were asked by; or as it is. */
    synchronized RecordContext recall(RecordContext planned) {
        Kept kept = byRecord.get(planned.recordId());
        if (kept == null
                || !kept.plan().lookups().equals(planned.plan().lookups())
                || !kept.plan().wanted().equals(planned.plan().wanted())
                || Duration.between(kept.at(), clock.instant()).abs().compareTo(LONGEST) > 0) {
            return planned;
        }
        return planned.with(kept.plan()).with(kept.candidates());
    }

    /** Whether the record has its answer from here. */
    synchronized boolean isRecalled(RecordContext item) {
        Kept kept = byRecord.get(item.recordId());
        return kept != null && kept.plan() == item.plan();
    }

    /** The record is settled. */
    synchronized void forget(String recordId) {
        byRecord.remove(recordId);
    }
}
