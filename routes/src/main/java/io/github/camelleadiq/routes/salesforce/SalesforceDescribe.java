/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Understands what Salesforce says of an object. */
public final class SalesforceDescribe {
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
        describe.path("fields").forEach(field -> fields.put(field.path("name").asText(), field(field)));
        return new ObjectDescribe(name, fields);
    }

    private static FieldDescribe field(JsonNode field) {
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
                field.path("filterable").asBoolean());
    }
}
