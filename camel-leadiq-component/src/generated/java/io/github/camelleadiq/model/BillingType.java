/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code BillingType} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record BillingType(String value) {

    /** Documented and live. */
    public static final BillingType FREE_CREDITS = new BillingType("FreeCredits");

    /** Documented and live. */
    public static final BillingType POSTPAID = new BillingType("Postpaid");

    /** Documented and live. */
    public static final BillingType PREPAID = new BillingType("Prepaid");

    private static final List<BillingType> KNOWN = List.of(
            FREE_CREDITS,
            POSTPAID,
            PREPAID);

    private static final Map<String, BillingType> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(BillingType::value, Function.identity()));

    public BillingType {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BillingType of(String value) {
        if (value == null) {
            return null;
        }
        BillingType known = BY_VALUE.get(value);
        return known == null ? new BillingType(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<BillingType> values() {
        return KNOWN;
    }

    /** Whether this is one of {@link #values()}. */
    public boolean isKnown() {
        return BY_VALUE.containsKey(value);
    }

    @Override
    @JsonValue
    public String value() {
        return value;
    }

    /** The text that LeadIQ uses. */
    @Override
    public String toString() {
        return value;
    }
}
