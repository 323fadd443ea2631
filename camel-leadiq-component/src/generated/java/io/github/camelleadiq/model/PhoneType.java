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
 * {@code PhoneType} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record PhoneType(String value) {

    /** Documented and live. */
    public static final PhoneType WORK_PHONE = new PhoneType("WorkPhone");

    /** Documented and live. */
    public static final PhoneType WORK_MOBILE = new PhoneType("WorkMobile");

    /** Documented and live. */
    public static final PhoneType WORK_HQ = new PhoneType("WorkHQ");

    /** Documented and live. */
    public static final PhoneType WORK_BRANCH = new PhoneType("WorkBranch");

    /** Documented and live. */
    public static final PhoneType PERSONAL_PHONE = new PhoneType("PersonalPhone");

    /** Documented and live. */
    public static final PhoneType PERSONAL_LANDLINE = new PhoneType("PersonalLandline");

    /** Documented and live. */
    public static final PhoneType PERSONAL_MOBILE = new PhoneType("PersonalMobile");

    /** Documented and live. */
    public static final PhoneType FAX = new PhoneType("Fax");

    private static final List<PhoneType> KNOWN = List.of(
            WORK_PHONE,
            WORK_MOBILE,
            WORK_HQ,
            WORK_BRANCH,
            PERSONAL_PHONE,
            PERSONAL_LANDLINE,
            PERSONAL_MOBILE,
            FAX);

    private static final Map<String, PhoneType> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(PhoneType::value, Function.identity()));

    public PhoneType {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PhoneType of(String value) {
        if (value == null) {
            return null;
        }
        PhoneType known = BY_VALUE.get(value);
        return known == null ? new PhoneType(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<PhoneType> values() {
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
