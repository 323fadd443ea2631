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
 * {@code ContactInfoType} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record ContactInfoType(String value) {

    /** Documented and live. */
    public static final ContactInfoType PERSONAL_MOBILE = new ContactInfoType("PersonalMobile");

    /** Documented and live. */
    public static final ContactInfoType PERSONAL_LANDLINE = new ContactInfoType("PersonalLandline");

    /** Documented and live. */
    public static final ContactInfoType WORK_HQ = new ContactInfoType("WorkHQ");

    /** Documented and live. */
    public static final ContactInfoType WORK_PHONE = new ContactInfoType("WorkPhone");

    /** Documented and live. */
    public static final ContactInfoType WORK_EMAIL = new ContactInfoType("WorkEmail");

    /** Documented and live. */
    public static final ContactInfoType PERSONAL_PHONE = new ContactInfoType("PersonalPhone");

    /** Documented and live. */
    public static final ContactInfoType WORK_BRANCH = new ContactInfoType("WorkBranch");

    /** Documented and live. */
    public static final ContactInfoType PERSONAL_EMAIL = new ContactInfoType("PersonalEmail");

    /** Documented and live. */
    public static final ContactInfoType WORK_MOBILE = new ContactInfoType("WorkMobile");

    /** Documented and live. */
    public static final ContactInfoType FAX = new ContactInfoType("Fax");

    private static final List<ContactInfoType> KNOWN = List.of(
            PERSONAL_MOBILE,
            PERSONAL_LANDLINE,
            WORK_HQ,
            WORK_PHONE,
            WORK_EMAIL,
            PERSONAL_PHONE,
            WORK_BRANCH,
            PERSONAL_EMAIL,
            WORK_MOBILE,
            FAX);

    private static final Map<String, ContactInfoType> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(ContactInfoType::value, Function.identity()));

    public ContactInfoType {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ContactInfoType of(String value) {
        if (value == null) {
            return null;
        }
        ContactInfoType known = BY_VALUE.get(value);
        return known == null ? new ContactInfoType(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<ContactInfoType> values() {
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
