/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Handler;
import org.apache.camel.Header;

/**
 * Describes objects by the definitions of their properties in the portal (HubSpot's developer documentation, "Properties").
 * Properties of a contact's company are described with the contact, under {@code company.}.
 */
public final class HubSpotDescriber extends HubSpotBean {
    /** HubSpot's limit of a text. */
    private static final int LONGEST_TEXT = 65_536;

    private static final Map<String, String> TYPES = Map.of(
            "string", "string",
            "number", "double",
            "bool", "boolean",
            "date", "date",
            "datetime", "datetime",
            "phone_number", "phone",
            "enumeration", "picklist");

    /**
     * Describes an object, such as {@code contacts}. Each call is one request, or two for contacts; the pipeline remembers the
     * answer.
     *
     * @throws HubSpotCallException if a request fails
     */
    @Handler
    public ObjectDescribe describe(@Header(RoutesConstants.OBJECT_TYPE) String objectType) {
        Map<String, FieldDescribe> fields = new LinkedHashMap<>(fields(objectType, ""));
        if (objectType.equals(HubSpotObject.CONTACTS.apiName())) {
            // for identifiers: they are read, and never written
            fields(HubSpotObject.COMPANIES.apiName(), HubSpotReader.COMPANY)
                    .forEach((name, field) -> fields.put(name, readOnly(name, field)));
        }
        return new ObjectDescribe(objectType, fields);
    }

    private Map<String, FieldDescribe> fields(String objectType, String prefix) {
        Map<String, FieldDescribe> fields = new LinkedHashMap<>();
        api().get(api().paths().properties(objectType)).path("results").forEach(property -> {
            if (!property.path("archived").asBoolean()) {
                String name = prefix + property.path("name").asText();
                fields.put(name, field(name, property));
            }
        });
        return fields;
    }

    private static FieldDescribe field(String name, JsonNode property) {
        String type = property.path("type").asText();
        boolean isSeveral = property.path("fieldType").asText().equals("checkbox");
        List<String> values = new ArrayList<>();
        Map<String, String> labels = new LinkedHashMap<>();
        Set<String> hidden = new LinkedHashSet<>();
        property.path("options").forEach(option -> {
            String value = option.path("value").asText();
            if (option.path("hidden").asBoolean()) {
                hidden.add(value);
            } else {
                values.add(value);
                labels.put(value, option.path("label").asText(value));
            }
        });
        boolean isWritable = !property.path("calculated").asBoolean()
                && !property.path("modificationMetadata").path("readOnlyValue").asBoolean();
        boolean isChoice = type.equals("enumeration");
        // those of owners and users are elsewhere
        boolean isElsewhere = property.path("externalOptions").asBoolean();
        return new FieldDescribe(
                name,
                isChoice && isSeveral ? "multipicklist" : TYPES.getOrDefault(type, type),
                type.equals("string") ? LONGEST_TEXT : 0,
                isWritable && !isElsewhere,
                isChoice ? values : List.of(),
                isChoice && !isElsewhere,
                isChoice ? labels : Map.of(),
                hidden,
                true);
    }

    private static FieldDescribe readOnly(String name, FieldDescribe field) {
        return new FieldDescribe(
                name,
                field.type(),
                field.length(),
                false,
                field.picklist(),
                field.restricted(),
                field.labels(),
                field.retired(),
                field.filterable());
    }
}
