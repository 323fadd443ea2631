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
 * What a call-billed contract counts.
 *
 * <p>Documented and live.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record ApiCreditType(String value) {

    /** Documented and live. */
    public static final ApiCreditType PAGE = new ApiCreditType("Page");

    /** Documented and live. */
    public static final ApiCreditType EXACT_MATCH = new ApiCreditType("ExactMatch");

    /** Documented and live. */
    public static final ApiCreditType PREMIUM_MOBILE = new ApiCreditType("PremiumMobile");

    private static final List<ApiCreditType> KNOWN = List.of(
            PAGE,
            EXACT_MATCH,
            PREMIUM_MOBILE);

    private static final Map<String, ApiCreditType> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(ApiCreditType::value, Function.identity()));

    public ApiCreditType {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ApiCreditType of(String value) {
        if (value == null) {
            return null;
        }
        ApiCreditType known = BY_VALUE.get(value);
        return known == null ? new ApiCreditType(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<ApiCreditType> values() {
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
