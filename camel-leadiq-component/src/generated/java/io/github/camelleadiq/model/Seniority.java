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
 * {@code Seniority} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record Seniority(String value) {

    /** Live only. */
    public static final Seniority VP = new Seniority("VP");

    /** Live only. */
    public static final Seniority MANAGER = new Seniority("Manager");

    /** Live only. */
    public static final Seniority DIRECTOR = new Seniority("Director");

    /** Live only. */
    public static final Seniority EXECUTIVE = new Seniority("Executive");

    /** Live only. */
    public static final Seniority SENIOR_INDIVIDUAL_CONTRIBUTOR = new Seniority("SeniorIndividualContributor");

    /** Live only. */
    public static final Seniority OTHER = new Seniority("Other");

    private static final List<Seniority> KNOWN = List.of(
            VP,
            MANAGER,
            DIRECTOR,
            EXECUTIVE,
            SENIOR_INDIVIDUAL_CONTRIBUTOR,
            OTHER);

    private static final Map<String, Seniority> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(Seniority::value, Function.identity()));

    public Seniority {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Seniority of(String value) {
        if (value == null) {
            return null;
        }
        Seniority known = BY_VALUE.get(value);
        return known == null ? new Seniority(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<Seniority> values() {
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
