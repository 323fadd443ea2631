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
 * What became of the request to research a person again.
 *
 * <p>Documented and live.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record RegenerateResponse(String value) {

    /** Documented and live. */
    public static final RegenerateResponse IN_PROGRESS = new RegenerateResponse("InProgress");

    /** Documented and live. */
    public static final RegenerateResponse NOT_FOUND = new RegenerateResponse("NotFound");

    /** Documented and live. */
    public static final RegenerateResponse STARTED = new RegenerateResponse("Started");

    private static final List<RegenerateResponse> KNOWN = List.of(
            IN_PROGRESS,
            NOT_FOUND,
            STARTED);

    private static final Map<String, RegenerateResponse> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(RegenerateResponse::value, Function.identity()));

    public RegenerateResponse {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RegenerateResponse of(String value) {
        if (value == null) {
            return null;
        }
        RegenerateResponse known = BY_VALUE.get(value);
        return known == null ? new RegenerateResponse(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<RegenerateResponse> values() {
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
