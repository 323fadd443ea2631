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
 * {@code ProfileFilterType} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record ProfileFilterType(String value) {

    /** Documented and live. */
    public static final ProfileFilterType HAS_VERIFIED_WORK_PHONE = new ProfileFilterType("HasVerifiedWorkPhone");

    /** Documented and live. */
    public static final ProfileFilterType HAS_PERSONAL_PHONE = new ProfileFilterType("HasPersonalPhone");

    /** Documented and live. */
    public static final ProfileFilterType HAS_WORK_PHONE = new ProfileFilterType("HasWorkPhone");

    /** Documented and live. */
    public static final ProfileFilterType HAS_PERSONAL_EMAIL = new ProfileFilterType("HasPersonalEmail");

    /** Documented and live. */
    public static final ProfileFilterType HAS_VERIFIED_WORK_EMAIL = new ProfileFilterType("HasVerifiedWorkEmail");

    /** Documented and live. */
    public static final ProfileFilterType HAS_WORK_EMAIL = new ProfileFilterType("HasWorkEmail");

    private static final List<ProfileFilterType> KNOWN = List.of(
            HAS_VERIFIED_WORK_PHONE,
            HAS_PERSONAL_PHONE,
            HAS_WORK_PHONE,
            HAS_PERSONAL_EMAIL,
            HAS_VERIFIED_WORK_EMAIL,
            HAS_WORK_EMAIL);

    private static final Map<String, ProfileFilterType> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(ProfileFilterType::value, Function.identity()));

    public ProfileFilterType {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ProfileFilterType of(String value) {
        if (value == null) {
            return null;
        }
        ProfileFilterType known = BY_VALUE.get(value);
        return known == null ? new ProfileFilterType(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<ProfileFilterType> values() {
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
