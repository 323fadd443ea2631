/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.routes.core.CrmRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Understands records, whichever resource they come from. */
final class Records {
    private static final String ATTRIBUTES = "attributes";

    private Records() {}

    /**
     * A record with its fields under the names that were asked for, whose case does not matter to Salesforce; a field
     * that is not there is null, also one of a related record that there is none of.
     */
    static CrmRecord parse(String objectType, Collection<String> fields, JsonNode node) {
        String id = node.path("Id").asText("");
        if (id.isEmpty()) {
            throw new SalesforceCallException(SalesforceErrors.UNREADABLE, 0, true, "a record without an id");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> found = null;
        for (String field : fields) {
            JsonNode own = node.get(field);
            if (own != null && own.isValueNode()) {
                values.put(field, Json.scalar(own));
                continue;
            }
            // in another case, of a related record, or not there: rare, and not worth the price for all
            if (found == null) {
                found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                flatten("", node, found);
            }
            values.put(field, found.get(field));
        }
        return new CrmRecord(objectType, id, values);
    }

    private static void flatten(String prefix, JsonNode node, Map<String, Object> found) {
        node.properties().forEach(field -> {
            String path = prefix + field.getKey();
            if (field.getKey().equals(ATTRIBUTES)) {
                return;
            }
            if (field.getValue().isObject()) {
                flatten(path + ".", field.getValue(), found);
            } else {
                found.put(path, Json.scalar(field.getValue()));
            }
        });
    }
}
