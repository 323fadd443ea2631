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
 * {@code CompanyBusinessTypeValue} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record CompanyBusinessTypeValue(String value) {

    /** Live only. */
    public static final CompanyBusinessTypeValue AGENCY = new CompanyBusinessTypeValue("Agency");

    /** Live only. */
    public static final CompanyBusinessTypeValue B2B = new CompanyBusinessTypeValue("B2B");

    /** Live only. */
    public static final CompanyBusinessTypeValue B2C = new CompanyBusinessTypeValue("B2C");

    /** Live only. */
    public static final CompanyBusinessTypeValue B2G = new CompanyBusinessTypeValue("B2G");

    /** Live only. */
    public static final CompanyBusinessTypeValue E_COMMERCE = new CompanyBusinessTypeValue("ECommerce");

    /** Live only. */
    public static final CompanyBusinessTypeValue ENTERPRISE = new CompanyBusinessTypeValue("Enterprise");

    /** Live only. */
    public static final CompanyBusinessTypeValue ISP = new CompanyBusinessTypeValue("ISP");

    /** Live only. */
    public static final CompanyBusinessTypeValue MARKETPLACE = new CompanyBusinessTypeValue("Marketplace");

    /** Live only. */
    public static final CompanyBusinessTypeValue MOBILE = new CompanyBusinessTypeValue("Mobile");

    /** Live only. */
    public static final CompanyBusinessTypeValue SAAS = new CompanyBusinessTypeValue("SAAS");

    private static final List<CompanyBusinessTypeValue> KNOWN = List.of(
            AGENCY,
            B2B,
            B2C,
            B2G,
            E_COMMERCE,
            ENTERPRISE,
            ISP,
            MARKETPLACE,
            MOBILE,
            SAAS);

    private static final Map<String, CompanyBusinessTypeValue> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(CompanyBusinessTypeValue::value, Function.identity()));

    public CompanyBusinessTypeValue {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CompanyBusinessTypeValue of(String value) {
        if (value == null) {
            return null;
        }
        CompanyBusinessTypeValue known = BY_VALUE.get(value);
        return known == null ? new CompanyBusinessTypeValue(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<CompanyBusinessTypeValue> values() {
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
