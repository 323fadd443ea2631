/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import io.github.camelleadiq.client.DataPoint;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * What a purchase costs.
 *
 * @param credits the sum
 * @param byDataPoint what it is made of, as far as data points are
 * @param unlocked what is free from now on
 * @param replaced what the ledger can drop: it was written with an earlier secret, and {@code unlocked} has it now
 * @param uncertain whether LeadIQ may have charged less
 */
public record Bill(
        BigDecimal credits,
        Map<DataPoint, BigDecimal> byDataPoint,
        Map<UnlockKey, Unlock> unlocked,
        Set<UnlockKey> replaced,
        boolean uncertain) {

    /** A sum without anything unlocked. */
    static Bill of(BigDecimal credits, boolean uncertain) {
        return new Bill(credits, Map.of(), Map.of(), Set.of(), uncertain);
    }
}
