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
 * Processing until done, then Successful or Failed.
 *
 * <p>Documented and live.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record TaskStatus(String value) {

    /** Documented and live. */
    public static final TaskStatus FAILED = new TaskStatus("Failed");

    /** Documented and live. */
    public static final TaskStatus PROCESSING = new TaskStatus("Processing");

    /** Documented and live. */
    public static final TaskStatus SUCCESSFUL = new TaskStatus("Successful");

    private static final List<TaskStatus> KNOWN = List.of(
            FAILED,
            PROCESSING,
            SUCCESSFUL);

    private static final Map<String, TaskStatus> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(TaskStatus::value, Function.identity()));

    public TaskStatus {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TaskStatus of(String value) {
        if (value == null) {
            return null;
        }
        TaskStatus known = BY_VALUE.get(value);
        return known == null ? new TaskStatus(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<TaskStatus> values() {
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
