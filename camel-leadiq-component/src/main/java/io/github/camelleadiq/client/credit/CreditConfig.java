/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import io.github.camelleadiq.client.cache.CacheSecrets;
import java.math.BigDecimal;

/**
 * How a client counts and limits spending.
 *
 * @param billing what the contract counts
 * @param prices what data points cost, until the account says otherwise
 * @param refreshPrices whether to ask {@code account} for the prices of the contract, once a day and for free
 * @param budget what may be spent in a period, or null for no limit
 * @param period how long the budget lasts
 * @param warningAt the fraction of the budget at which to warn, from 0 to 1
 * @param ledger where spending is written down; the same object for all clients that share a budget
 * @param runId tells this run from others that use the same ledger
 * @param preview whether to ask for free whether there is an email or phone before paying for it
 * @param secrets hide from readers of the ledger whose data points were bought
 * @param listener is told what calls cost, or null
 */
public record CreditConfig(
        Billing billing,
        PriceList prices,
        boolean refreshPrices,
        BigDecimal budget,
        BudgetPeriod period,
        BigDecimal warningAt,
        LeadIQCreditLedger ledger,
        String runId,
        boolean preview,
        CacheSecrets secrets,
        LeadIQCreditListener listener) {

    /** The default for {@code warningAt}. */
    public static final BigDecimal WARNING_AT = new BigDecimal("0.8");

    /** Published prices, no budget, and this ledger. */
    public static CreditConfig counting(LeadIQCreditLedger ledger, String runId) {
        return new CreditConfig(
                Billing.UNIVERSAL,
                PriceList.PUBLISHED,
                false,
                null,
                BudgetPeriod.RUN,
                WARNING_AT,
                ledger,
                runId,
                false,
                CacheSecrets.none(),
                null);
    }

    /** This, with a further listener that is told what calls cost. */
    public CreditConfig alsoTelling(LeadIQCreditListener other) {
        LeadIQCreditListener both = listener == null
                ? other
                : (operation, credits) -> {
                    other.spent(operation, credits);
                    listener.spent(operation, credits);
                };
        return new CreditConfig(
                billing, prices, refreshPrices, budget, period, warningAt, ledger, runId, preview, secrets, both);
    }

    /** This, with a budget. */
    public CreditConfig withBudget(BigDecimal credits, BudgetPeriod lasting) {
        return new CreditConfig(
                billing, prices, refreshPrices, credits, lasting, warningAt, ledger, runId, preview, secrets, listener);
    }
}
