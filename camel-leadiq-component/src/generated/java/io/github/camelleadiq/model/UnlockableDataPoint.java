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
 * {@code UnlockableDataPoint} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record UnlockableDataPoint(String value) {

    /** Live only. */
    public static final UnlockableDataPoint COMPANY = new UnlockableDataPoint("Company");

    /** Live only. */
    public static final UnlockableDataPoint EMAIL_REVERIFICATION = new UnlockableDataPoint("EmailReverification");

    /** Live only. */
    public static final UnlockableDataPoint PERSON_EMAIL = new UnlockableDataPoint("PersonEmail");

    /** Live only. */
    public static final UnlockableDataPoint PERSON_PHONE = new UnlockableDataPoint("PersonPhone");

    /** Live only. */
    public static final UnlockableDataPoint MESSAGE = new UnlockableDataPoint("Message");

    /** Live only. */
    public static final UnlockableDataPoint OPENER = new UnlockableDataPoint("Opener");

    /** Live only. */
    public static final UnlockableDataPoint VALUE_PROP = new UnlockableDataPoint("ValueProp");

    /** Live only. */
    public static final UnlockableDataPoint PROFILE = new UnlockableDataPoint("Profile");

    /** Live only. */
    public static final UnlockableDataPoint LLM_TOKEN = new UnlockableDataPoint("LLMToken");

    private static final List<UnlockableDataPoint> KNOWN = List.of(
            COMPANY,
            EMAIL_REVERIFICATION,
            PERSON_EMAIL,
            PERSON_PHONE,
            MESSAGE,
            OPENER,
            VALUE_PROP,
            PROFILE,
            LLM_TOKEN);

    private static final Map<String, UnlockableDataPoint> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(UnlockableDataPoint::value, Function.identity()));

    public UnlockableDataPoint {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UnlockableDataPoint of(String value) {
        if (value == null) {
            return null;
        }
        UnlockableDataPoint known = BY_VALUE.get(value);
        return known == null ? new UnlockableDataPoint(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<UnlockableDataPoint> values() {
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
