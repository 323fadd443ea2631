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
 * {@code JobChangeType} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record JobChangeType(String value) {

    /** Live only. */
    public static final JobChangeType DEPARTURE = new JobChangeType("Departure");

    /** Live only. */
    public static final JobChangeType JOB_CHANGE = new JobChangeType("JobChange");

    /** Live only. */
    public static final JobChangeType PROMOTION = new JobChangeType("Promotion");

    /** Live only. */
    public static final JobChangeType TITLE_CHANGE = new JobChangeType("TitleChange");

    private static final List<JobChangeType> KNOWN = List.of(
            DEPARTURE,
            JOB_CHANGE,
            PROMOTION,
            TITLE_CHANGE);

    private static final Map<String, JobChangeType> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(JobChangeType::value, Function.identity()));

    public JobChangeType {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JobChangeType of(String value) {
        if (value == null) {
            return null;
        }
        JobChangeType known = BY_VALUE.get(value);
        return known == null ? new JobChangeType(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<JobChangeType> values() {
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
