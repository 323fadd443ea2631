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
 * {@code EnrichJobType} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record EnrichJobType(String value) {

    /** Live only. */
    public static final EnrichJobType INSTANT_ENRICH_JOB_TYPE = new EnrichJobType("InstantEnrichJobType");

    /** Live only. */
    public static final EnrichJobType HOURLY_ENRICH_JOB_TYPE = new EnrichJobType("HourlyEnrichJobType");

    /** Live only. */
    public static final EnrichJobType BULK_ON_DEMAND_ENRICH_JOB_TYPE =
            new EnrichJobType("BulkOnDemandEnrichJobType");

    /** Live only. */
    public static final EnrichJobType SCHEDULE_ENRICH_JOB_TYPE = new EnrichJobType("ScheduleEnrichJobType");

    /** Live only. */
    public static final EnrichJobType ON_DEMAND_ENRICH_JOB_TYPE = new EnrichJobType("OnDemandEnrichJobType");

    private static final List<EnrichJobType> KNOWN = List.of(
            INSTANT_ENRICH_JOB_TYPE,
            HOURLY_ENRICH_JOB_TYPE,
            BULK_ON_DEMAND_ENRICH_JOB_TYPE,
            SCHEDULE_ENRICH_JOB_TYPE,
            ON_DEMAND_ENRICH_JOB_TYPE);

    private static final Map<String, EnrichJobType> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(EnrichJobType::value, Function.identity()));

    public EnrichJobType {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EnrichJobType of(String value) {
        if (value == null) {
            return null;
        }
        EnrichJobType known = BY_VALUE.get(value);
        return known == null ? new EnrichJobType(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<EnrichJobType> values() {
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
