/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/** Reads what users hand over, records, Maps and JSON in any wrapping, as JSON values. */
final class InputValues {

    /** An input of the largest operation, thousands of contacts, stays well below this. */
    static final int MAXIMUM_BYTES = 5 * 1024 * 1024;

    private static final int MAXIMUM_VALUES = 1_000_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private InputValues() {}

    /**
     * The value as JSON; text, bytes and streams are parsed.
     *
     * @return a missing node for null and for empty text
     * @throws InvalidInputException when it is no JSON, or cannot be read
     */
    static JsonNode parse(Exchange exchange, Object value, String path) {
        if (value == null) {
            return MissingNode.getInstance();
        }
        if (value instanceof JsonNode node) {
            // a tree belongs to whoever made it, and what comes later is merged into this one
            requireShallow(node, path);
            return node.deepCopy();
        }
        if (value instanceof CharSequence text) {
            // not by way of a stream: its bytes would be in the exchange's charset
            return parse(text.toString(), path);
        }
        if (value instanceof Map
                || value instanceof Collection
                || isModel(value)
                || value instanceof Number
                || value instanceof Boolean) {
            return tree(value, path);
        }
        return parse(text(stream(exchange, value, path), path), path);
    }

    /** @throws InvalidInputException when the value has no bytes to read */
    static InputStream stream(Exchange exchange, Object value, String path) {
        InputStream stream = exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, value);
        if (stream == null) {
            throw new InvalidInputException(
                    path, "is a " + value.getClass().getSimpleName() + ", and not an input record, a Map or JSON");
        }
        return stream;
    }

    /** Whether the value is one of our records. */
    static boolean isModel(Object value) {
        return value.getClass().getName().startsWith("io.github.camelleadiq.model.");
    }

    /** A Java value as JSON, for values that are not JSON text themselves. */
    static JsonNode tree(Object value, String path) {
        requireShallow(value, path);
        try {
            return JsonText.MAPPER.valueToTree(value);
        } catch (IllegalArgumentException e) {
            // Jackson's message can have the value in it
            throw new InvalidInputException(path, "has a value that is neither text, number, flag, list nor Map");
        }
    }

    /**
     * What a stream or bytes say, as text in UTF-8, for values that need not be JSON; closes the stream.
     *
     * @throws InvalidInputException when it is too large, or cannot be read
     */
    static String text(InputStream stream, String path) {
        try (stream) {
            byte[] bytes = stream.readNBytes(MAXIMUM_BYTES + 1);
            requireSize(bytes.length, path);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidInputException(
                    path, "cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static JsonNode parse(String text, String path) {
        requireSize(text.length(), path);
        String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (json.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JsonText.STRICT.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(path, "is not JSON: malformed" + place(e.getLocation()));
        }
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static void requireSize(int size, String path) {
        if (size > MAXIMUM_BYTES) {
            throw new InvalidInputException(path, "is larger than " + MAXIMUM_BYTES + " bytes");
        }
    }

    /** A mapper would take what contains itself, or is very deep, for as long as there is stack. */
    private static void requireShallow(Object value, String path) {
        List<Object> level = List.of(value);
        int values = 0;
        for (int depth = 0; !level.isEmpty(); depth++) {
            List<Object> below = new ArrayList<>();
            for (Object container : level) {
                members(container).forEach(below::add);
            }
            values += below.size();
            if (depth > StreamReadConstraints.DEFAULT_MAX_DEPTH || values > MAXIMUM_VALUES) {
                throw new InvalidInputException(path, "is nested too deeply or has too many values");
            }
            level = below;
        }
    }

    private static Iterable<?> members(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values();
        }
        return value instanceof Collection || value instanceof JsonNode ? (Iterable<?>) value : List.of();
    }

    /** Puts the members of the one into the other, objects into objects; the members of {@code from} win. */
    static void merge(ObjectNode into, ObjectNode from) {
        from.fields().forEachRemaining(member -> {
            if (into.get(member.getKey()) instanceof ObjectNode inner
                    && member.getValue() instanceof ObjectNode other) {
                merge(inner, other);
            } else {
                into.set(member.getKey(), member.getValue());
            }
        });
    }
}
