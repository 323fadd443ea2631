/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.camelleadiq.client.GraphQLError;
import io.github.camelleadiq.client.JsonSlice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes a GraphQL answer apart in one pass over its bytes, without decoding the data. */
public final class ResponseParser {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final ObjectReader MAPS = MAPPER.readerFor(new TypeReference<Map<String, Object>>() {});
    private static final ObjectReader TREES = MAPPER.readerFor(JsonNode.class);
    private static final TypeReference<List<Object>> PATH = new TypeReference<>() {};

    private ResponseParser() {}

    /**
     * @param rootField the field of {@code data} to take, or null for the whole of it
     * @throws IOException when the bytes are no JSON, cut off, or no GraphQL answer
     */
    static GraphQLResponse read(byte[] body, String rootField) throws IOException {
        JsonSlice data = null;
        List<GraphQLError> errors = List.of();
        Map<String, Object> extensions = Map.of();
        boolean isAnswer = false;
        try (JsonParser parser = MAPPER.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the answer is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "data" -> {
                        data = rootField == null ? slice(parser, body, 0) : field(parser, body, rootField);
                        isAnswer = true;
                    }
                    case "errors" -> {
                        errors = errors(parser);
                        isAnswer = true;
                    }
                    case "hasNext" -> {
                        if (value == JsonToken.VALUE_TRUE) {
                            throw new IOException("the answer is a part, and the rest does not come");
                        }
                    }
                    case "extensions" ->
                        extensions = value == JsonToken.START_OBJECT ? MAPS.readValue(parser) : skip(parser);
                    default -> parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new IOException("the answer goes on after its end");
            }
            if (!isAnswer) {
                throw new IOException("the answer has neither data nor errors");
            }
        }
        return new GraphQLResponse(data, errors, extensions);
    }

    /**
     * The fields of an object, each where it stands.
     *
     * @throws IOException when the value is no object
     */
    public static Map<String, JsonSlice> fields(JsonSlice object) throws IOException {
        Map<String, JsonSlice> fields = new HashMap<>();
        try (JsonParser parser = MAPPER.createParser(object.bytes(), object.offset(), object.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, slice(parser, object.bytes(), object.offset()));
            }
        }
        return fields;
    }

    /** Whether the value is an object of which at least one member is something, as the whole of {@code data} can be. */
    static boolean anyMember(JsonSlice object) {
        try (JsonParser parser = MAPPER.createParser(object.bytes(), object.offset(), object.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.nextToken() != JsonToken.VALUE_NULL) {
                    return true;
                }
                parser.skipChildren();
            }
            return false;
        } catch (IOException e) {
            // the same bytes were read before
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> skip(JsonParser parser) throws IOException {
        parser.skipChildren();
        return Map.of();
    }

    private static JsonSlice field(JsonParser parser, byte[] body, String rootField) throws IOException {
        JsonSlice found = null;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(rootField);
                parser.nextToken();
                if (wanted) {
                    found = slice(parser, body, 0);
                } else {
                    parser.skipChildren();
                }
            }
        } else {
            parser.skipChildren();
        }
        return found;
    }

    private static JsonSlice slice(JsonParser parser, byte[] body, int base) throws IOException {
        int start = base + (int) parser.currentTokenLocation().getByteOffset();
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
        } else {
            parser.finishToken();
        }
        if (start < base) {
            throw new IOException("the answer is not in UTF-8");
        }
        return new JsonSlice(body, start, base + (int) parser.currentLocation().getByteOffset() - start);
    }

    private static List<GraphQLError> errors(JsonParser parser) throws IOException {
        JsonNode nodes = TREES.readValue(parser);
        List<GraphQLError> errors = new ArrayList<>();
        for (JsonNode node : nodes) {
            errors.add(error(node));
        }
        return List.copyOf(errors);
    }

    /** Names and numbers, as GraphQL has them; servers have been seen to put a null between them. */
    private static List<Object> steps(JsonNode path) {
        return MAPPER.convertValue(path, PATH).stream().filter(Objects::nonNull).toList();
    }

    private static GraphQLError error(JsonNode node) {
        JsonNode path = node.path("path");
        JsonNode extensions = node.path("extensions");
        return new GraphQLError(
                node.isTextual() ? node.textValue() : node.path("message").asText("no message"),
                path.isArray() ? steps(path) : List.of(),
                extensions.isObject()
                        ? MAPPER.convertValue(extensions, new TypeReference<Map<String, Object>>() {})
                        : Map.of());
    }
}
