/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.camelleadiq.simulator.Log;
import io.github.camelleadiq.simulator.http.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds requests and answers against {@code openapi.json}, whose schemas are those of JSON Schema 2020-12. */
final class HubSpotContract {
    private static final int REMEMBERED = 1_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode DOCUMENT = document();
    private static final Map<String, JsonNode> OPERATIONS = operations();
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private final Log<String> errors = new Log<>(REMEMBERED);

    /** @param operation the {@code operationId} */
    void checkRequest(String operation, byte[] body) {
        JsonNode content = OPERATIONS.get(operation).at("/requestBody/content");
        if (!content.isMissingNode()) {
            check(operation + " was sent", content, body);
        }
    }

    void checkAnswer(String operation, HttpAnswer answer) {
        JsonNode responses = OPERATIONS.get(operation).get("responses");
        JsonNode response = responses.path(String.valueOf(answer.status()));
        // 200 and 207 are said where they can be; all else is an error
        check(
                operation + " answered " + answer.status(),
                (response.isMissingNode() ? responses.get("default") : response).get("content"),
                answer.body());
    }

    /** Notes a request that was refused because no request of its kind can be so. */
    void refused(String operation, String message) {
        errors.add(operation + " was refused: " + message);
    }

    /** The last 1,000, oldest first. */
    List<String> errors() {
        return errors.entries();
    }

    void clear() {
        errors.clear();
    }

    private void check(String what, JsonNode content, byte[] body) {
        String reference = content.at("/application~1json/schema/$ref").asText();
        try {
            schema(reference)
                    .validate(MAPPER.readTree(body))
                    .forEach(error -> errors.add(what + ": " + error.getMessage()));
        } catch (IOException e) {
            errors.add(what + ": not JSON");
        }
    }

    /** The schemas refer to each other, so that each is made with all. */
    private static JsonSchema schema(String reference) {
        return SCHEMAS.computeIfAbsent(reference, r -> {
            ObjectNode document = DOCUMENT.at("/components").deepCopy();
            document.set("$defs", document.remove("schemas"));
            document.put("$ref", reference);
            String text = document.toString().replace("#/components/schemas/", "#/$defs/");
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text, CONFIG);
        });
    }

    private static JsonNode document() {
        try (InputStream in = HubSpotContract.class.getResourceAsStream("openapi.json")) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new HashMap<>();
        DOCUMENT.get("paths")
                .forEach(path -> path.forEach(
                        operation -> operations.put(operation.get("operationId").asText(), operation)));
        return operations;
    }
}
