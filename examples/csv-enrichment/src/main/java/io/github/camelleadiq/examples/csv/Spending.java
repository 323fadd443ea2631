/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import io.github.camelleadiq.client.CallCredits;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.credit.LeadIQCreditListener;
import java.math.BigDecimal;

/** Universal Credits that the component has counted so far. */
final class Spending implements LeadIQCreditListener {

    private BigDecimal total = BigDecimal.ZERO;

    @Override
    public synchronized void spent(LeadIQOperation operation, CallCredits credits) {
        total = total.add(credits.actual());
    }

    synchronized BigDecimal total() {
        return total;
    }
}
