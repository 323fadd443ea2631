/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.cache.CacheSecrets;
import io.github.camelleadiq.client.credit.CreditConfig;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger;
import io.github.camelleadiq.client.credit.MemoryCreditLedger;
import io.github.camelleadiq.client.internal.credit.LedgerEraser;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** What the endpoints of a component share about credits, and how an endpoint's options are said in the client's terms. */
final class CreditSettings {

    private final LeadIQCreditLedger memory = new MemoryCreditLedger();
    private final Set<LedgerEraser> erasers = ConcurrentHashMap.newKeySet();
    private final Executor executor;
    private final String runId = UUID.randomUUID().toString();

    /** @param executor runs what blocks */
    CreditSettings(Executor executor) {
        this.executor = executor;
    }

    /** Takes what was bought of a LeadIQ id out of all ledgers; completes with how many purchases went. */
    CompletableFuture<Integer> erase(String recordId) {
        CompletableFuture<Integer> erased = CompletableFuture.completedFuture(0);
        for (LedgerEraser eraser : erasers) {
            erased = erased.thenCombine(eraser.erase(recordId, executor), Integer::sum);
        }
        return erased;
    }

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
        LeadIQCreditLedger ledger = configuration.getCreditLedger() == null ? memory : configuration.getCreditLedger();
        CacheSecrets secrets = CacheStores.secrets(configuration);
        erasers.add(new LedgerEraser(ledger, secrets));
        return new CreditConfig(
                configuration.getBilling(),
                configuration.getCreditPrices(),
                configuration.isCreditPricesRefresh(),
                budget,
                configuration.getCreditBudgetPeriod(),
                warningAt,
                ledger,
                runId,
                configuration.isPreview(),
                secrets,
                configuration.getCreditListener());
    }
}
