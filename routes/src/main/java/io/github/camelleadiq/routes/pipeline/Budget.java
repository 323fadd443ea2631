/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What may be spent: the profile's budget of a run, and what is left to whoever sent the records. */
final class Budget {
    private static final Logger LOG = LoggerFactory.getLogger(Budget.class);

    private Budget() {}

    /** Leaves open what may be asked. */
    static Batch check(Batch batch) {
        return ofProfile(ofSender(batch));
    }

    /** Hands back everything from the record on that could cost more than is left. */
    private static Batch ofSender(Batch batch) {
        if (batch.creditsLeft() == null) {
            return batch;
        }
        BigDecimal left = batch.creditsLeft();
        List<Item> items = new ArrayList<>();
        for (Item item : batch.items()) {
            if (left.signum() >= 0 && item.isOpen()) {
                left = left.subtract(most(item, batch.setup().options()));
            }
            items.add(left.signum() < 0 ? item.with(new Fate.HandedBack()) : item);
        }
        return batch.with(items);
    }

    /** A name can be answered by several people, each of them billed. */
    private static BigDecimal most(Item item, Options options) {
        int answers = item.plan().lookups().stream()
                .mapToInt(lookup -> LookupStep.mostPeople(lookup, options))
                .max()
                .orElse(1);
        return item.plan().estimatedCredits().multiply(BigDecimal.valueOf(answers));
    }

    /** Puts off records beyond the budget, and stops the pipeline for a while. */
    private static Batch ofProfile(Batch batch) {
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
