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
 * {@code ApiName} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record ApiName(String value) {

    /** Documented and live. */
    public static final ApiName CONTACT = new ApiName("Contact");

    /** Live only. */
    public static final ApiName CONTACT_PREVIEW = new ApiName("ContactPreview");

    /** Documented and live. */
    public static final ApiName COMPANY = new ApiName("Company");

    /** Documented and live. */
    public static final ApiName API = new ApiName("API");

    /** Documented and live. */
    public static final ApiName PREMIUM_MOBILE_PHONE = new ApiName("PremiumMobilePhone");

    /** Documented and live. */
    public static final ApiName ADVANCED_SEARCH = new ApiName("AdvancedSearch");

    private static final List<ApiName> KNOWN = List.of(
            CONTACT,
            CONTACT_PREVIEW,
            COMPANY,
            API,
            PREMIUM_MOBILE_PHONE,
            ADVANCED_SEARCH);

    private static final Map<String, ApiName> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(ApiName::value, Function.identity()));

    public ApiName {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ApiName of(String value) {
        if (value == null) {
            return null;
        }
        ApiName known = BY_VALUE.get(value);
        return known == null ? new ApiName(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<ApiName> values() {
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
