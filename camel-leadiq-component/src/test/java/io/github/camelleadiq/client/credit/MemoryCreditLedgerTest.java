/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.cache.CacheSecrets;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Charge;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Claim;
import io.github.camelleadiq.client.internal.credit.RecordHashes;
import io.github.camelleadiq.client.internal.credit.UniversalPurchase;
import io.github.camelleadiq.client.internal.graphql.Sale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryCreditLedgerTest extends LedgerContract {

    private final MemoryCreditLedger ledger = new MemoryCreditLedger();

    @Override
    LeadIQCreditLedger ledger() {
        return ledger;
    }

    @Test
    void remembersTheLastPurchasesAndCountsTooMuchRatherThanFillTheHeap() {
        MemoryCreditLedger small = new MemoryCreditLedger(20);
        for (int person = 0; person < 100; person++) {
            buy(small, "p-" + person);
        }
        assertThat(buy(small, "p-99")).isEqualByComparingTo("0");
        assertThat(buy(small, "p-0")).isEqualByComparingTo("1");
    }

    private static BigDecimal buy(MemoryCreditLedger ledger, String person) {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        Claim claim = new Claim("account", List.of("run"), "run", BigDecimal.ONE, null, now);
        UniversalPurchase purchase = new UniversalPurchase(
                List.of(new Sale(true, person, Set.of(DataPoint.EMAIL), List.of())),
                PriceList.PUBLISHED,
                new RecordHashes(CacheSecrets.none()),
                now);
        Charge charge = new Charge(ledger.reserve(List.of(claim)).get(0).reservation(), purchase);
        return ledger.settle(List.of(charge)).get(0).bill().credits();
    }
}
