/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.credit.CreditConfig;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger;
import io.github.camelleadiq.client.credit.MemoryCreditLedger;
import java.math.BigDecimal;
import java.util.UUID;

/** What the endpoints of a component share about credits, and how an endpoint's options are said in the client's terms. */
final class CreditSettings {

    private final LeadIQCreditLedger memory = new MemoryCreditLedger();
    private final String runId = UUID.randomUUID().toString();

    /** @throws IllegalArgumentException when an option makes no sense */
    CreditConfig of(LeadIQConfiguration configuration) {
        BigDecimal budget = configuration.getCreditBudget();
        if (budget != null && budget.signum() < 0) {
            throw new IllegalArgumentException("leadiq: creditBudget must not be negative");
        }
        BigDecimal warningAt = configuration.getCreditWarningAt();
        if (warningAt.signum() < 0 || warningAt.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("leadiq: creditWarningAt must be from 0 to 1");
        }
        return new CreditConfig(
                configuration.getBilling(),
                configuration.getCreditPrices(),
                configuration.isCreditPricesRefresh(),
                budget,
                configuration.getCreditBudgetPeriod(),
                warningAt,
                configuration.getCreditLedger() == null ? memory : configuration.getCreditLedger(),
                runId,
                configuration.isPreview(),
                configuration.getCreditListener());
    }
}
