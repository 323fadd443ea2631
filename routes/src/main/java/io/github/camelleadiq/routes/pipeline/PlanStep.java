/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.plan.EnrichmentPlan;
import io.github.camelleadiq.routes.core.plan.PlanOutcome;
import io.github.camelleadiq.routes.core.plan.Planner;
import io.github.camelleadiq.routes.state.Outcome;
import java.time.Instant;
import java.util.Map;

/** Plans what to ask about each record. Where nothing is missing, that was it, at no cost. */
public final class PlanStep implements Step {
    private static final Map<PlanOutcome, Disposition> FATES = Map.of(
            PlanOutcome.LOOK_UP, Disposition.OPEN,
            PlanOutcome.NOTHING_MISSING, new Disposition.Done(Outcome.NOTHING_MISSING, null),
            PlanOutcome.OPTED_OUT, new Disposition.Done(Outcome.REFUSED, PlanOutcome.OPTED_OUT.name()),
            PlanOutcome.NO_IDENTIFIERS, new Disposition.Done(Outcome.REFUSED, PlanOutcome.NO_IDENTIFIERS.name()),
            PlanOutcome.NOTHING_TO_GAIN, new Disposition.Done(Outcome.NOTHING_TO_GAIN, "the free preview says so"));

    /** What becomes of a record by what its plan came to. */
    static Disposition fate(PlanOutcome outcome) {
        return FATES.get(outcome);
    }

    @Override
    public Batch apply(Batch batch) {
        if (batch.open().findAny().isEmpty()) {
            return batch;
        }
        PipelineContext setup = batch.setup();
        ObjectDescribe describe = setup.crm().describe(setup.profile().object());
        Instant now = setup.clock().instant();
        return batch.eachOpen(item -> {
            EnrichmentPlan plan = Planner.plan(
                    item.crmRecord(),
                    setup.profile(),
                    describe,
                    item.enrichedAt(),
                    now,
                    LookupFingerprints.isCorrected(setup, item.crmRecord()));
            RecordContext planned = item.with(plan).with(fate(plan.outcome()));
            return planned.isOpen() ? setup.answers().recall(planned) : planned;
        });
    }
}
