/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.credit.CreditEstimate;
import io.github.camelleadiq.routes.core.plan.Lookup;
import io.github.camelleadiq.routes.core.plan.Rung;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the questions of a batch can cost, by the component's own estimator and prices. */
final class Prices {
    private final PipelineContext setup;
    private final Map<Kind, CreditEstimate> known = new HashMap<>();

    /** The price depends on what is asked for and by what, and not on whom. */
    private record Kind(String operation, Rung rung, String dataPoints) {}

    Prices(PipelineContext setup) {
        this.setup = setup;
    }

    /** What this question about a record can cost. */
    CreditEstimate of(RecordContext item, Lookup lookup) {
        return of(lookup, item.plan().dataPointsOption());
    }

    /** What this question costs that buys these data points. */
    CreditEstimate of(Lookup lookup, String dataPoints) {
        Kind kind = new Kind(lookup.operation(), lookup.rung(), dataPoints);
        return Optional.ofNullable(known.get(kind)).orElseGet(() -> ask(kind, lookup));
    }

    private CreditEstimate ask(Kind kind, Lookup lookup) {
        try {
            CreditEstimate estimate = setup.leadIQ()
                    .estimate(kind.operation(), kind.dataPoints(), LookupStep.input(lookup, setup.options()));
            known.put(kind, estimate);
            return estimate;
        } catch (LeadIQInvalidRequestException e) {
            // it is refused before it is sent
            return CreditEstimate.FREE;
        }
    }
}
