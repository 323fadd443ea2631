/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.credit.Billing;
import io.github.camelleadiq.client.credit.PriceList;
import io.github.camelleadiq.client.credit.Purchase;
import io.github.camelleadiq.client.internal.call.PreparedCall;
import io.github.camelleadiq.client.internal.document.LruCache;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Says what an answer has bought. */
final class PurchaseReader {

    private static final Set<LeadIQOperation> SEARCHES =
            Set.of(LeadIQOperation.FLAT_ADVANCED_SEARCH, LeadIQOperation.GROUPED_ADVANCED_SEARCH);

    private final Billing billing;
    private final LruCache<String, AnswerShape> shapes = new LruCache<>();

    PurchaseReader(Billing billing) {
        this.billing = billing;
    }

    /** @throws IOException when the answer is not JSON */
    Purchase read(PreparedCall call, JsonSlice data, PriceList prices, Instant now) throws IOException {
        List<Sale> sales = data == null || data.isNull() ? List.of() : SaleReader.read(data, shape(call));
        return billing == Billing.UNIVERSAL
                ? new UniversalPurchase(sales, prices, now)
                : Purchase.of(pages(call, sales), false);
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

    /** What the answer to a call will look like. */
    AnswerShape shape(PreparedCall call) {
        return shapes.get(call.document().text(), document -> AnswerShape.of(call.operation(), document));
    }
}
