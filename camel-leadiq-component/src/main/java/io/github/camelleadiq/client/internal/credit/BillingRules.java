/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.credit.Billing;
import io.github.camelleadiq.client.credit.CreditEstimate;
import io.github.camelleadiq.client.credit.PriceList;
import io.github.camelleadiq.client.credit.Purchase;
import io.github.camelleadiq.client.internal.call.PreparedCall;
import io.github.camelleadiq.client.internal.graphql.Sale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a contract bills.
 *
 * @param estimation what a call can cost
 * @param sold what was bought in an answer
 */
record BillingRules(Estimation estimation, Sold sold) {

    /** Says before a call what it can cost. */
    @FunctionalInterface
    interface Estimation {
        CreditEstimate of(PreparedCall call, PriceList prices);
    }

    /** Says what was bought in an answer. */
    @FunctionalInterface
    interface Sold {
        Purchase in(PreparedCall call, List<Sale> sales, PriceList prices, Instant now);
    }

    private static final Map<Billing, BillingRules> RULES = Map.of(
            Billing.UNIVERSAL,
            new BillingRules(
                    CreditEstimator::universal,
                    (call, sales, prices, now) -> new UniversalPurchase(sales, prices, now)),
            Billing.PAGE,
            new BillingRules(
                    (call, prices) -> CreditEstimator.page(call),
                    (call, sales, prices, now) -> Purchase.of(pages(call, sales), false)));

    private static final Set<LeadIQOperation> SEARCHES =
            Set.of(LeadIQOperation.FLAT_ADVANCED_SEARCH, LeadIQOperation.GROUPED_ADVANCED_SEARCH);

    static BillingRules of(Billing billing) {
        return RULES.get(billing);
    }

    /** A page costs whatever is on it, an exact match only if there is one, and a mobile number is extra. */
    private static BigDecimal pages(PreparedCall call, List<Sale> sales) {
        boolean showsMatches = call.operation() != LeadIQOperation.SEARCH_COMPANY
                || call.document().dataPoints().contains(DataPoint.COMPANY);
        boolean unmatched = showsMatches && sales.isEmpty() && !SEARCHES.contains(call.operation());
        long phones = sales.stream()
                .filter(sale -> sale.contact().contains(DataPoint.PHONE))
                .count();
        return BigDecimal.valueOf((unmatched ? 0 : 1) + phones);
    }
}
