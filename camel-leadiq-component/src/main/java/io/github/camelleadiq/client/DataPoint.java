/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What LeadIQ bills: a field is paid for because of the data point that it belongs to.
 *
 * <p>The packaged documents guard the fields of a data point with {@code @include(if: $email)} and the like; the name of
 * the guarding variable is {@link #variable()}. Source of the data points: LeadIQ's public price list.
 */
public enum DataPoint {
    /** Who the person is: names, positions, links, locations. */
    PROFILE,
    /** Work and personal email addresses. */
    EMAIL,
    /** Work and personal phone numbers. */
    PHONE,
    /** Firmographics: all that is known of a company beyond its id and name. */
    COMPANY;

    /** The name of the variable that guards this data point in a packaged document. */
    public String variable() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The data point that a variable of this name guards. */
    public static Optional<DataPoint> ofVariable(String name) {
        return Arrays.stream(values())
                .filter(point -> point.variable().equals(name))
                .findFirst();
    }

    /**
     * Reads a comma-separated list such as {@code profile,email}, or {@code all}.
     *
     * @throws IllegalArgumentException when a name is not a data point
     */
    public static Set<DataPoint> parse(String text) {
        if ("all".equalsIgnoreCase(text.trim())) {
            return Collections.unmodifiableSet(EnumSet.allOf(DataPoint.class));
        }
        EnumSet<DataPoint> points = EnumSet.noneOf(DataPoint.class);
        for (String name : text.split(",")) {
            if (!name.isBlank()) {
                points.add(byName(name.trim()));
            }
        }
        return Collections.unmodifiableSet(points);
    }

    private static DataPoint byName(String name) {
        return Arrays.stream(values())
                .filter(point -> point.variable().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is not a data point; there are "
                        + Arrays.stream(values()).map(DataPoint::variable).collect(Collectors.joining(", "))
                        + " and all"));
    }
}
