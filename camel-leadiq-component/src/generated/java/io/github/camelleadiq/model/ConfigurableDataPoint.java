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
 * {@code ConfigurableDataPoint} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record ConfigurableDataPoint(String value) {

    /** Live only. */
    public static final ConfigurableDataPoint COMPANY = new ConfigurableDataPoint("Company");

    /** Live only. */
    public static final ConfigurableDataPoint EMAIL_REVERIFICATION =
            new ConfigurableDataPoint("EmailReverification");

    /** Live only. */
    public static final ConfigurableDataPoint PERSON = new ConfigurableDataPoint("Person");

    /** Live only. */
    public static final ConfigurableDataPoint PERSON_EMAIL = new ConfigurableDataPoint("PersonEmail");

    /** Live only. */
    public static final ConfigurableDataPoint PERSON_PHONE = new ConfigurableDataPoint("PersonPhone");

    /** Live only. */
    public static final ConfigurableDataPoint MESSAGE = new ConfigurableDataPoint("Message");

    /** Live only. */
    public static final ConfigurableDataPoint OPENER = new ConfigurableDataPoint("Opener");

    /** Live only. */
    public static final ConfigurableDataPoint VALUE_PROP = new ConfigurableDataPoint("ValueProp");

    /** Live only. */
    public static final ConfigurableDataPoint PROFILE = new ConfigurableDataPoint("Profile");

    /** Live only. */
    public static final ConfigurableDataPoint LLM_TOKEN = new ConfigurableDataPoint("LLMToken");

    private static final List<ConfigurableDataPoint> KNOWN = List.of(
            COMPANY,
            EMAIL_REVERIFICATION,
            PERSON,
            PERSON_EMAIL,
            PERSON_PHONE,
            MESSAGE,
            OPENER,
            VALUE_PROP,
            PROFILE,
            LLM_TOKEN);

    private static final Map<String, ConfigurableDataPoint> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(ConfigurableDataPoint::value, Function.identity()));

    public ConfigurableDataPoint {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ConfigurableDataPoint of(String value) {
        if (value == null) {
            return null;
        }
        ConfigurableDataPoint known = BY_VALUE.get(value);
        return known == null ? new ConfigurableDataPoint(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<ConfigurableDataPoint> values() {
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
