/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one call cost.
 *
 * @param estimated what it could have cost at most, in credits
 * @param actual what is counted as spent, by what came back
 * @param byDataPoint what that is made of; data points that cost nothing are left out. Less than the whole where
 *     something is counted without a data point, such as a page.
 * @param uncertain whether the call failed or came back in part, so that LeadIQ may have charged less
 */
public record CallCredits(
        BigDecimal estimated, BigDecimal actual, Map<DataPoint, BigDecimal> byDataPoint, boolean uncertain) {

    /** Of a call that buys nothing. */
    public static final CallCredits NONE = new CallCredits(BigDecimal.ZERO, BigDecimal.ZERO, Map.of(), false);

    /** What this call and another one cost together; null stands for a call for which nothing was counted. */
    public static CallCredits sum(CallCredits one, CallCredits other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        Map<DataPoint, BigDecimal> byDataPoint = new EnumMap<>(DataPoint.class);
        byDataPoint.putAll(one.byDataPoint);
        other.byDataPoint.forEach((point, credits) -> byDataPoint.merge(point, credits, BigDecimal::add));
        return new CallCredits(
                one.estimated.add(other.estimated),
                one.actual.add(other.actual),
                Map.copyOf(byDataPoint),
                one.uncertain || other.uncertain);
    }
}
