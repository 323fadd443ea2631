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
 * {@code PhoneQualityLevel} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record PhoneQualityLevel(String value) {

    /** Live only. */
    public static final PhoneQualityLevel HIGHER_QUALITY_PHONES = new PhoneQualityLevel("HigherQualityPhones");

    private static final List<PhoneQualityLevel> KNOWN = List.of(
            HIGHER_QUALITY_PHONES);

    private static final Map<String, PhoneQualityLevel> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(PhoneQualityLevel::value, Function.identity()));

    public PhoneQualityLevel {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PhoneQualityLevel of(String value) {
        if (value == null) {
            return null;
        }
        PhoneQualityLevel known = BY_VALUE.get(value);
        return known == null ? new PhoneQualityLevel(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<PhoneQualityLevel> values() {
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
