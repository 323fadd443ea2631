/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.model.json;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the fields of an object whose type is not known. What is not of the expected kind counts as absent. */
public final class RawFields {
    private RawFields() {}

    /** An immutable copy, empty for null. */
    public static Map<String, Object> copy(Map<String, Object> fields) {
        return fields == null ? Collections.emptyMap() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** All fields but one. */
    public static Map<String, Object> without(Map<String, Object> fields, String name) {
        Map<String, Object> others = new LinkedHashMap<>(fields);
        others.remove(name);
        return others;
    }

    /** The text of a field, or null. */
    public static String text(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof String text ? text : null;
    }

    /** The moment in a field, ISO-8601 text or epoch milliseconds, or null. */
    public static ZonedDateTime zonedDateTime(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        try {
            return value instanceof String || value instanceof Integer || value instanceof Long
                    ? Moments.parse(value.toString())
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
