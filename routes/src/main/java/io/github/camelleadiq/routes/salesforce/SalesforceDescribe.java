/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Understands what Salesforce says of an object. */
public final class SalesforceDescribe {
    private static final int HIGHEST = 0x80;

    private SalesforceDescribe() {}

    /**
     * Reads the answer of {@code /sobjects/X/describe}.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static ObjectDescribe parse(String json) {
        try {
            return parse(Json.MAPPER.readTree(json));
        } catch (IOException e) {
            throw new IllegalArgumentException("Not the describe of an object: no JSON");
        }
    }

    static ObjectDescribe parse(JsonNode describe) {
        String name = describe.path("name").asText();
        if (name.isEmpty() || !describe.path("fields").isArray()) {
            throw new IllegalArgumentException("Not the describe of an object: no name or no fields");
        }
        Map<String, FieldDescribe> fields = new LinkedHashMap<>();
        Map<String, List<JsonNode>> choices = new HashMap<>();
        describe.path("fields").forEach(field -> {
            List<JsonNode> all = new ArrayList<>();
            field.path("picklistValues").forEach(all::add);
            choices.put(field.path("name").asText(), all);
        });
        describe.path("fields")
                .forEach(field -> fields.put(
                        field.path("name").asText(),
                        field(
                                field,
                                choices.getOrDefault(
                                        field.path("controllerName").asText(), List.of()))));
        return new ObjectDescribe(name, fields);
    }

    /** @param controlling the values of the field that this one depends on, in Salesforce's order */
    private static FieldDescribe field(JsonNode field, List<JsonNode> controlling) {
        List<String> picklist = new ArrayList<>();
        Map<String, String> labels = new LinkedHashMap<>();
        Set<String> retired = new LinkedHashSet<>();
        field.path("picklistValues").forEach(entry -> {
            String value = entry.path("value").asText();
            if (entry.path("active").asBoolean(true)) {
                picklist.add(value);
                if (entry.path("label").isTextual()) {
                    labels.put(value, entry.path("label").asText());
                }
            } else {
                retired.add(value);
            }
        });
        return new FieldDescribe(
                field.path("name").asText(),
                field.path("type").asText("string"),
                field.path("length").asInt(),
                field.path("updateable").asBoolean()
                        && !field.path("calculated").asBoolean(),
                picklist,
                field.path("restrictedPicklist").asBoolean(),
                labels,
                retired,
                field.path("filterable").asBoolean(),
                dependent(field, controlling));
    }

    /**
     * Which values go with which of the controlling field. Each has a bit for each of those, the first one the highest of the
     * first byte, in Base64: see <a
     * href="https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describesobjects_describesobjectresult.htm">
     * PicklistEntry, validFor</a>.
     */
    private static Map<String, Map<String, String>> dependent(JsonNode field, List<JsonNode> controlling) {
        Map<String, Map<String, String>> dependent = new HashMap<>();
        if (controlling.isEmpty()) {
            return dependent;
        }
        field.path("picklistValues").forEach(entry -> {
            BitSet with = bits(entry.path("validFor").asText(""));
            if (entry.path("active").asBoolean(true)) {
                String value = entry.path("value").asText();
                with.stream().filter(at -> at < controlling.size()).forEach(at -> dependent
                        .computeIfAbsent(controlling.get(at).path("value").asText(), key -> new HashMap<>())
                        .put(value, entry.path("label").asText(value)));
            }
        });
        return dependent;
    }

    private static BitSet bits(String base64) {
        BitSet bits = new BitSet();
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return bits;
        }
        for (int i = 0; i < bytes.length * Byte.SIZE; i++) {
            bits.set(i, (bytes[i / Byte.SIZE] & HIGHEST >> i % Byte.SIZE) != 0);
        }
        return bits;
    }
}
