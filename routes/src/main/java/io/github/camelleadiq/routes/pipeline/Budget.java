/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.plan.Lookup;
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

    private static Batch ofSender(Batch batch) {
        return batch.creditsLeft() == null ? batch : handBack(batch, batch.creditsLeft());
    }

    /** Hands back everything from the record on that could cost more than is left. */
    private static Batch handBack(Batch batch, BigDecimal credits) {
        BigDecimal left = credits;
        boolean isBeyond = false;
        List<Item> items = new ArrayList<>();
        for (Item item : batch.items()) {
            if (!isBeyond && item.isOpen()) {
                left = left.subtract(most(item, batch.setup().options()));
                isBeyond = left.signum() < 0;
            }
            items.add(isBeyond ? item.with(new Fate.HandedBack()) : item);
        }
        return batch.with(items);
    }

    /** The most that the dearest question about a record can cost: a name can be answered by several, each of them billed. */
    static BigDecimal most(Item item, Options options) {
        return item.plan().lookups().stream()
                .map(lookup -> most(item, lookup, options))
                .max(BigDecimal::compareTo)
                .orElse(item.plan().estimatedCredits());
    }

    static BigDecimal most(Item item, Lookup lookup, Options options) {
        return item.plan().estimatedCredits().multiply(BigDecimal.valueOf(LookupStep.mostPeople(lookup, options)));
    }

    /** What is left to spend on a batch whose records are yet to be asked about; null for no limit. */
    static BigDecimal left(Batch batch) {
        BigDecimal budget = batch.setup().profile().budget();
        BigDecimal left =
                budget == null ? null : budget.subtract(batch.setup().log().credits(batch.runId()));
        return left == null
                        || (batch.creditsLeft() != null && batch.creditsLeft().compareTo(left) < 0)
                ? batch.creditsLeft()
                : left;
    }

    /** What a run has spent never comes back, so a page's sender has to end it; a stream waits for a person. */
    private static Batch ofProfile(Batch batch) {
        Setup setup = batch.setup();
        BigDecimal budget = setup.profile().budget();
        if (budget == null || batch.open().findAny().isEmpty()) {
            return batch;
        }
        BigDecimal left = budget.subtract(setup.log().credits(batch.runId()));
        boolean isPage = batch.owner() == null;
        Batch checked = isPage ? handBack(batch, left) : putOff(batch, left);
        if (checked.open().count() < batch.open().count()) {
            LOG.warn(
                    "Run {} of {} has used up its budget of {} credits, or the next record could go beyond it{}",
                    batch.runId(),
                    setup.profile().object(),
                    budget,
                    isPage ? "" : ": enrichment pauses for " + setup.options().creditsPause());
            if (!isPage) {
                setup.gate().close(setup.options().creditsPause());
            }
        }
        return checked;
    }

    private static Batch putOff(Batch batch, BigDecimal credits) {
        AtomicReference<BigDecimal> left = new AtomicReference<>(credits);
        return batch.eachOpen(item -> {
            BigDecimal after = left.get().subtract(most(item, batch.setup().options()));
            if (after.signum() < 0) {
                return item.with(new Fate.Later("the budget of run " + batch.runId() + " is used up", false));
            }
            left.set(after);
            return item;
        });
    }
}
