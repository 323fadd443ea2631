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
 * {@code ContactSortingOption} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record ContactSortingOption(String value) {

    /** Documented and live. */
    public static final ContactSortingOption ROLE_ASC = new ContactSortingOption("RoleAsc");

    /** Documented and live. */
    public static final ContactSortingOption NAME_DESC = new ContactSortingOption("NameDesc");

    /** Documented and live. */
    public static final ContactSortingOption SENIORITY_ASC = new ContactSortingOption("SeniorityAsc");

    /** Documented and live. */
    public static final ContactSortingOption ID_ASC = new ContactSortingOption("IdAsc");

    /** Documented and live. */
    public static final ContactSortingOption NAME_ASC = new ContactSortingOption("NameAsc");

    /** Documented and live. */
    public static final ContactSortingOption TITLE_ASC = new ContactSortingOption("TitleAsc");

    /** Documented and live. */
    public static final ContactSortingOption SENIORITY_DESC = new ContactSortingOption("SeniorityDesc");

    /** Documented and live. */
    public static final ContactSortingOption ROLE_DESC = new ContactSortingOption("RoleDesc");

    /** Documented and live. */
    public static final ContactSortingOption TITLE_DESC = new ContactSortingOption("TitleDesc");

    /** Documented and live. */
    public static final ContactSortingOption ID_DESC = new ContactSortingOption("IdDesc");

    /** Live only. */
    public static final ContactSortingOption MOBILE_PHONE_ASC = new ContactSortingOption("MobilePhoneAsc");

    /** Live only. */
    public static final ContactSortingOption MOBILE_PHONE_DESC = new ContactSortingOption("MobilePhoneDesc");

    /** Live only. */
    public static final ContactSortingOption UPDATED_AT_ASC = new ContactSortingOption("UpdatedAtAsc");

    /** Live only. */
    public static final ContactSortingOption UPDATED_AT_DESC = new ContactSortingOption("UpdatedAtDesc");

    /** Live only. */
    public static final ContactSortingOption JOB_CHANGE_STARTED_AT_ASC =
            new ContactSortingOption("JobChangeStartedAtAsc");

    /** Live only. */
    public static final ContactSortingOption JOB_CHANGE_STARTED_AT_DESC =
            new ContactSortingOption("JobChangeStartedAtDesc");

    private static final List<ContactSortingOption> KNOWN = List.of(
            ROLE_ASC,
            NAME_DESC,
            SENIORITY_ASC,
            ID_ASC,
            NAME_ASC,
            TITLE_ASC,
            SENIORITY_DESC,
            ROLE_DESC,
            TITLE_DESC,
            ID_DESC,
            MOBILE_PHONE_ASC,
            MOBILE_PHONE_DESC,
            UPDATED_AT_ASC,
            UPDATED_AT_DESC,
            JOB_CHANGE_STARTED_AT_ASC,
            JOB_CHANGE_STARTED_AT_DESC);

    private static final Map<String, ContactSortingOption> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(ContactSortingOption::value, Function.identity()));

    public ContactSortingOption {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ContactSortingOption of(String value) {
        if (value == null) {
            return null;
        }
        ContactSortingOption known = BY_VALUE.get(value);
        return known == null ? new ContactSortingOption(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<ContactSortingOption> values() {
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
