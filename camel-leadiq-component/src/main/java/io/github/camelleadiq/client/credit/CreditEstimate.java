/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import java.math.BigDecimal;

/**
 * What a call can cost, in credits, if nothing of it is free.
 *
 * @param credits the most; where the number of results is not limited, for a page of ten
 * @param missingLimit the member of the input that would limit the number of results; null when it is limited
 * @param one what it costs if it finds one record that has all that is asked for, a person with one employer
 * @param company the part of {@code one} that is the company's, which is billed once for all of its people
 */
public record CreditEstimate(BigDecimal credits, String missingLimit, BigDecimal one, BigDecimal company) {

    /** Of a call that buys nothing. */
    public static final CreditEstimate FREE =
            new CreditEstimate(BigDecimal.ZERO, null, BigDecimal.ZERO, BigDecimal.ZERO);
}
