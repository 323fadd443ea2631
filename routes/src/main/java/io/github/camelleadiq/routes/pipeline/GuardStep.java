/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.guard.Guard;
import io.github.camelleadiq.routes.core.guard.GuardReason;
import io.github.camelleadiq.routes.core.guard.LastLookUp;
import io.github.camelleadiq.routes.core.guard.Verdict;
import io.github.camelleadiq.routes.core.plan.Freshness;
import io.github.camelleadiq.routes.state.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Stops what is not worth a call, with the record in hand. */
public final class GuardStep implements Step {
    @Override
    public Batch apply(Batch batch) {
        PipelineContext setup = batch.setup();
        Instant now = setup.clock().instant();
        Map<String, Instant> logged = setup.log()
                .lastEnriched(
                        setup.profile().object(),
                        batch.open().map(RecordContext::recordId).toList());
        return batch.eachOpen(item -> {
            Instant enrichedAt = item.crmRecord() == null
                    ? null
                    : Freshness.enrichedAt(item.crmRecord(), setup.profile(), logged.get(item.recordId()));
            Verdict verdict = Guard.crmRecord(
                    item.cause().event(),
                    Optional.ofNullable(item.crmRecord()),
                    setup.profile(),
                    LookupFingerprints.ours(setup),
                    last(setup, item, enrichedAt),
                    now);
            RecordContext dated = item.enrichedAt(enrichedAt);
            return verdict.passed() ? dated : dated.with(fate(verdict));
        });
    }

    /** What it was looked up by matters only where it is not known what has changed, and where it was looked up at all. */
    private static LastLookUp last(PipelineContext setup, RecordContext item, Instant enrichedAt) {
        boolean matters =
                enrichedAt != null && Guard.mayHaveChangedMore(item.cause().event());
        return matters
                ? LookupFingerprints.last(setup, item.recordId(), enrichedAt)
                : new LastLookUp(enrichedAt, null, null);
    }

    /** What was decided is logged; what is in the nature of things is not. */
    private static Disposition fate(Verdict verdict) {
        return verdict.reason() == GuardReason.OPTED_OUT
                ? new Disposition.Done(Outcome.REFUSED, verdict.reason().name())
                : new Disposition.Dropped(verdict);
    }
}
