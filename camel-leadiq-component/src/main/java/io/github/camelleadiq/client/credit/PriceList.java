/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import io.github.camelleadiq.client.DataPoint;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What each data point costs in credits, exact to six decimals. Source of the published prices: LeadIQ's public price
 * list of Universal Credits.
 *
 * @param profile for a person without anything dearer
 * @param email for the email addresses of a person
 * @param phone for the phone numbers of a person
 * @param company for the firmographics of a company, once for each company
 */
public record PriceList(BigDecimal profile, BigDecimal email, BigDecimal phone, BigDecimal company) {

    /** What LeadIQ publishes. */
    public static final PriceList PUBLISHED =
            new PriceList(new BigDecimal("0.1"), BigDecimal.ONE, BigDecimal.TEN, new BigDecimal("3"));

    private static final int DECIMALS = 6;

    /** @throws IllegalArgumentException when a price is negative or has more than six decimals */
    public PriceList {
        for (BigDecimal price : new BigDecimal[] {profile, email, phone, company}) {
            if (price.signum() < 0 || price.stripTrailingZeros().scale() > DECIMALS) {
                throw new IllegalArgumentException(
                        "a credit price must not be negative, nor have more than six decimals, as " + price + " does");
            }
        }
    }

    /**
     * Reads prices such as {@code profile=0.1,email=1}. What is not named costs what LeadIQ publishes.
     *
     * @throws IllegalArgumentException when that is not a list of prices
     */
    public static PriceList parse(String text) {
        Map<DataPoint, BigDecimal> prices = new EnumMap<>(DataPoint.class);
        for (String entry : text.split(",")) {
            if (!entry.isBlank()) {
                String[] parts = entry.split("=", 2);
                DataPoint point = DataPoint.ofVariable(parts[0].strip())
                        .orElseThrow(() -> new IllegalArgumentException("'" + entry.strip()
                                + "' is not a price: write it as profile=0.1, and so email, phone, company"));
                prices.put(point, number(entry, parts));
            }
        }
        return PUBLISHED.with(prices);
    }

    private static BigDecimal number(String entry, String[] parts) {
        try {
            return new BigDecimal(parts.length < 2 ? "" : parts[1].strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + entry.strip() + "' has no price after the =", e);
        }
    }

    /** This list with other prices for some data points. */
    public PriceList with(Map<DataPoint, BigDecimal> prices) {
        return new PriceList(
                prices.getOrDefault(DataPoint.PROFILE, profile),
                prices.getOrDefault(DataPoint.EMAIL, email),
                prices.getOrDefault(DataPoint.PHONE, phone),
                prices.getOrDefault(DataPoint.COMPANY, company));
    }

    public BigDecimal of(DataPoint point) {
        return switch (point) {
            case PROFILE -> profile;
            case EMAIL -> email;
            case PHONE -> phone;
            case COMPANY -> company;
        };
    }
}
