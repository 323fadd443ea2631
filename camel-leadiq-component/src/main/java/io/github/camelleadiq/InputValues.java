/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.schema.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;

/** Reads what users hand over, records, Maps and JSON in any wrapping, as JSON values. */
final class InputValues {

    /** An input of the largest operation, thousands of contacts, stays well below this. */
    private static final int MAXIMUM_BYTES = 5 * 1024 * 1024;

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
            return node;
        }
        if (value instanceof Map
                || value instanceof Iterable
                || isModel(value)
                || value instanceof Number
                || value instanceof Boolean) {
            return tree(value, path);
        }
        InputStream stream = exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, value);
        if (stream == null) {
            throw new InvalidInputException(
                    path, "is a " + value.getClass().getSimpleName() + ", and not an input record, a Map or JSON");
        }
        return parse(stream, path);
    }

    /** Whether the value is one of our records. */
    static boolean isModel(Object value) {
        return value.getClass().getName().startsWith("io.github.camelleadiq.model.");
    }

    /** A Java value as JSON, for values that are not JSON text themselves. */
    static JsonNode tree(Object value, String path) {
        try {
            return Json.MAPPER.valueToTree(value);
        } catch (IllegalArgumentException e) {
            // Jackson's message can have the value in it
            throw new InvalidInputException(path, "has a value that is neither text, number, flag, list nor Map");
        }
    }

    private static JsonNode parse(InputStream stream, String path) {
        try (stream) {
            byte[] bytes = stream.readNBytes(MAXIMUM_BYTES + 1);
            if (bytes.length > MAXIMUM_BYTES) {
                throw new InvalidInputException(path, "is larger than " + MAXIMUM_BYTES + " bytes");
            }
            if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
                return MissingNode.getInstance();
            }
            return Json.STRICT.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(
                    path,
                    "is not JSON: malformed at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new InvalidInputException(
                    path, "cannot be read: " + e.getClass().getSimpleName());
        }
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
