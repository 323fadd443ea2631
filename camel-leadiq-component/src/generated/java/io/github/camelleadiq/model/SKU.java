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
 * {@code SKU} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * <p>A value that this version does not know keeps its text; {@link #isKnown()} tells.
 *
 * @param value the text that LeadIQ uses
 */
public record SKU(String value) {

    /** Live only. */
    public static final SKU ACCOUNT_TRACKING = new SKU("AccountTracking");

    /** Live only. */
    public static final SKU AI_CHAT = new SKU("AIChat");

    /** Live only. */
    public static final SKU API = new SKU("Api");

    /** Live only. */
    public static final SKU BULK_CAPTURE = new SKU("BulkCapture");

    /** Live only. */
    public static final SKU CONTACT_TRACKING = new SKU("ContactTracking");

    /** Live only. */
    public static final SKU MCP = new SKU("MCP");

    /** Live only. */
    public static final SKU RAVEN = new SKU("Raven");

    /** Live only. */
    public static final SKU REFRESH = new SKU("Refresh");

    /** Live only. */
    public static final SKU PROSPECTOR = new SKU("Prospector");

    /** Live only. */
    public static final SKU SCRIBE = new SKU("Scribe");

    private static final List<SKU> KNOWN = List.of(
            ACCOUNT_TRACKING,
            AI_CHAT,
            API,
            BULK_CAPTURE,
            CONTACT_TRACKING,
            MCP,
            RAVEN,
            REFRESH,
            PROSPECTOR,
            SCRIBE);

    private static final Map<String, SKU> BY_VALUE = KNOWN.stream()
            .collect(Collectors.toUnmodifiableMap(SKU::value, Function.identity()));

    public SKU {
        Objects.requireNonNull(value, "value");
    }

    /** The constant of this text, or a value that keeps an unknown text; null for null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SKU of(String value) {
        if (value == null) {
            return null;
        }
        SKU known = BY_VALUE.get(value);
        return known == null ? new SKU(value) : known;
    }

    /** The values that this version knows, in the order of the schema. */
    public static List<SKU> values() {
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
