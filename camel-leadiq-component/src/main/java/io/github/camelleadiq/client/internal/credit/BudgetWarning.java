/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Totals;
import java.math.BigDecimal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns once in each period that the budget is nearly spent, whatever the number of clients that spend it. */
public final class BudgetWarning {

    private static final Logger LOG = LoggerFactory.getLogger(BudgetWarning.class);

    private record Period(String account, String name, BigDecimal budget) {}

    private static final Set<Period> WARNED = ConcurrentHashMap.newKeySet();

    private final BigDecimal budget;
    private final BigDecimal threshold;

    BudgetWarning(BigDecimal budget, BigDecimal fraction) {
        this.budget = budget;
        this.threshold = budget.multiply(fraction);
    }

    void look(String account, String period, Totals totals) {
        if (totals.spent().compareTo(threshold) >= 0 && WARNED.add(new Period(account, period, budget))) {
            LOG.warn(
                    "{} of the credit budget of {} are spent in {}",
                    totals.spent().toPlainString(),
                    budget.toPlainString(),
                    period);
        }
    }
}
