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
import io.github.camelleadiq.client.internal.document.AnswerShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes a GraphQL answer apart in one pass over its bytes, without decoding the data. */
final class ResponseParser {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final ObjectReader MAPS = MAPPER.readerFor(new TypeReference<Map<String, Object>>() {});
    private static final ObjectReader TREES = MAPPER.readerFor(JsonNode.class);
    private static final TypeReference<List<Object>> PATH = new TypeReference<>() {};

    private final JsonParser parser;
    private final byte[] body;
    private final Map<String, AnswerShape> shapes;
    private AnswerData answer;
    private Map<String, AnswerData> fields = Map.of();
    private List<GraphQLError> errors = List.of();
    private Map<String, Object> extensions = Map.of();

    private ResponseParser(JsonParser parser, byte[] body, Map<String, AnswerShape> shapes) {
        this.parser = parser;
        this.body = body;
        this.shapes = shapes;
    }

    /**
     * @param rootField the field of {@code data} to take, or null for the whole of it
     * @param shapes what to look for in fields of {@code data}
     * @throws IOException when the bytes are no JSON, cut off, or no GraphQL answer
     */
    static GraphQLResponse read(byte[] body, String rootField, Map<String, AnswerShape> shapes) throws IOException {
        try (JsonParser parser = MAPPER.createParser(body)) {
            return new ResponseParser(parser, body, shapes).read(rootField);
        }
    }

    private GraphQLResponse read(String rootField) throws IOException {
        boolean isAnswer = false;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("the answer is not a JSON object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "data" -> {
                    data(rootField);
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
                    parser.skipChildren();
                }
                case "extensions" -> extensions = value == JsonToken.START_OBJECT ? MAPS.readValue(parser) : skip();
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw new IOException("the answer goes on after its end");
        }
        if (!isAnswer) {
            throw new IOException("the answer has neither data nor errors");
        }
        return new GraphQLResponse(answer, fields, errors, extensions);
    }

    private Map<String, Object> skip() throws IOException {
        parser.skipChildren();
        return Map.of();
    }

    private void data(String rootField) throws IOException {
        answer = null;
        fields = new HashMap<>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            AnswerData whole = AnswerReader.read(parser, body, 0, AnswerShape.NOTHING);
            answer = rootField == null ? whole : null;
            return;
        }
        int start = AnswerReader.start(parser, 0);
        String name;
        while ((name = parser.nextFieldName()) != null) {
            parser.nextToken();
            if (rootField == null || name.equals(rootField)) {
                AnswerShape shape = shapes.getOrDefault(name, AnswerShape.NOTHING);
                fields.put(name, AnswerReader.read(parser, body, 0, shape));
            } else {
                parser.skipChildren();
            }
        }
        int end = (int) parser.currentLocation().getByteOffset();
        answer = rootField == null ? AnswerData.of(new JsonSlice(body, start, end - start)) : fields.get(rootField);
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
