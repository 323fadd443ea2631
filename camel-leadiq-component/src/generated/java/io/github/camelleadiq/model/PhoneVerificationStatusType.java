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
 * How far a phone number can be trusted. Suppressed is an opt-out of the person.
 *
 * <p>Documented and live.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record PhoneVerificationStatusType(String value) {

    /** Documented and live. */
    public static final PhoneVerificationStatusType VERIFIED = new PhoneVerificationStatusType("Verified");

    /** Documented and live. */
    public static final PhoneVerificationStatusType UNVERIFIED = new PhoneVerificationStatusType("Unverified");

    /** Documented and live. */
    public static final PhoneVerificationStatusType INVALID = new PhoneVerificationStatusType("Invalid");

    /** Documented and live. */
    public static final PhoneVerificationStatusType SUPPRESSED = new PhoneVerificationStatusType("Suppressed");

    /** Live only. */
    public static final PhoneVerificationStatusType LIKELY_ACCURATE =
            new PhoneVerificationStatusType("LikelyAccurate");

    private static final List<PhoneVerificationStatusType> KNOWN = List.of(
            VERIFIED,
            UNVERIFIED,
            INVALID,
            SUPPRESSED,
            LIKELY_ACCURATE);

    private static final Map<String, PhoneVerificationStatusType> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(PhoneVerificationStatusType::value, Function.identity()));

    public PhoneVerificationStatusType {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PhoneVerificationStatusType of(String value) {
        if (value == null) {
            return null;
        }
        PhoneVerificationStatusType known = BY_VALUE.get(value);
        return known == null ? new PhoneVerificationStatusType(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<PhoneVerificationStatusType> values() {
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
