/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The profile's budget of a run: nothing is asked that could go beyond it. */
final class Budget {
    private static final Logger LOG = LoggerFactory.getLogger(Budget.class);

    private Budget() {}

    /** Puts off records beyond the budget, and stops the pipeline for a while. */
    static Batch check(Batch batch) {
        Setup setup = batch.setup();
        BigDecimal budget = setup.profile().budget();
        if (budget == null || batch.open().findAny().isEmpty()) {
            return batch;
        }
        AtomicReference<BigDecimal> left =
                new AtomicReference<>(budget.subtract(setup.log().credits(batch.runId())));
        Batch checked = batch.eachOpen(item -> {
            BigDecimal after = left.get().subtract(item.plan().estimatedCredits());
            if (after.signum() < 0) {
                return item.with(new Fate.Later("the budget of run " + batch.runId() + " is used up", false));
            }
            left.set(after);
            return item;
        });
        if (checked.open().count() < batch.open().count()) {
            LOG.warn(
                    "Enrichment of {} pauses for {}: run {} has used up its budget of {} credits",
                    setup.profile().object(),
                    setup.options().creditsPause(),
                    batch.runId(),
                    budget);
            setup.gate().close(setup.options().creditsPause());
        }
        return checked;
    }
}
