/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.credit;

import java.math.BigDecimal;

/** What LeadIQ sells, with its price in Universal Credits for each record. */
public enum BilledDataPoint {
    PROFILE("0.1"),
    EMAIL("1"),
    PHONE("10"),
    COMPANY("3");

    private final BigDecimal price;

    BilledDataPoint(String price) {
        this.price = new BigDecimal(price);
    }

    public BigDecimal price() {
        return price;
    }
}
