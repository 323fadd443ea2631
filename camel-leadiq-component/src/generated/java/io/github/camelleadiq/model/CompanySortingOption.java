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
 * {@code CompanySortingOption} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record CompanySortingOption(String value) {

    /** Documented and live. */
    public static final CompanySortingOption ID_DESC = new CompanySortingOption("IdDesc");

    /** Documented and live. */
    public static final CompanySortingOption ID_ASC = new CompanySortingOption("IdAsc");

    /** Documented and live. */
    public static final CompanySortingOption SIZE_DESC = new CompanySortingOption("SizeDesc");

    /** Documented and live. */
    public static final CompanySortingOption NAME_ASC = new CompanySortingOption("NameAsc");

    /** Documented and live. */
    public static final CompanySortingOption SIZE_ASC = new CompanySortingOption("SizeAsc");

    /** Documented and live. */
    public static final CompanySortingOption INDUSTRY_ASC = new CompanySortingOption("IndustryAsc");

    /** Documented and live. */
    public static final CompanySortingOption NAME_DESC = new CompanySortingOption("NameDesc");

    /** Documented and live. */
    public static final CompanySortingOption INDUSTRY_DESC = new CompanySortingOption("IndustryDesc");

    private static final List<CompanySortingOption> KNOWN = List.of(
            ID_DESC,
            ID_ASC,
            SIZE_DESC,
            NAME_ASC,
            SIZE_ASC,
            INDUSTRY_ASC,
            NAME_DESC,
            INDUSTRY_DESC);

    private static final Map<String, CompanySortingOption> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(CompanySortingOption::value, Function.identity()));

    public CompanySortingOption {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CompanySortingOption of(String value) {
        if (value == null) {
            return null;
        }
        CompanySortingOption known = BY_VALUE.get(value);
        return known == null ? new CompanySortingOption(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<CompanySortingOption> values() {
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
