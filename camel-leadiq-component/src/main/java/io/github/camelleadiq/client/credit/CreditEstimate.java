/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import java.math.BigDecimal;

/**
 * What a call can cost at most.
 *
 * @param credits the most; where the number of results is not limited, for a page of ten
 * @param missingLimit the member of the input that would limit the number of results; null when it is limited
 */
public record CreditEstimate(BigDecimal credits, String missingLimit) {

    /** Of a call that buys nothing. */
    public static final CreditEstimate FREE = new CreditEstimate(BigDecimal.ZERO, null);
}
