/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** What LeadIQ bills for a returned record, at its list price in Universal Credits. */
public enum DataPoint {
    /** Names, positions, links and places of a person; id and name of a company. */
    PROFILE("0.1"),
    /** Work and personal email addresses. */
    EMAIL("1"),
    /** Work and personal phone numbers. */
    PHONE("10"),
    /** All that is known of a company beyond its id and name. */
    COMPANY("3");

    private final BigDecimal credits;

    DataPoint(String credits) {
        this.credits = new BigDecimal(credits);
    }

    /** The list price; contracts may say otherwise. */
    public BigDecimal credits() {
        return credits;
    }

    /** The name that the component's option {@code dataPoints} takes. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What one record costs with these data points: a larger one replaces the fee for the profile. */
    public static BigDecimal creditsOf(Set<DataPoint> points) {
        BigDecimal larger = points.stream()
                .filter(point -> point != PROFILE)
                .map(DataPoint::credits)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return larger.signum() == 0 && points.contains(PROFILE) ? PROFILE.credits : larger;
    }
}
