/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import io.github.camelleadiq.routes.core.text.Spaces;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One record as the CRM has it now.
 *
 * @param objectType the CRM's name of the object, such as {@code Lead}
 * @param id the CRM's id of the record
 * @param fields values by field name: text, numbers, booleans and null; a field of a related record under its path,
 *     such as {@code Account.Website}
 */
public record CrmRecord(String objectType, String id, Map<String, Object> fields) {
    public CrmRecord {
        Objects.requireNonNull(objectType, "objectType");
        Objects.requireNonNull(id, "id");
        // values may be null, which Map.copyOf refuses
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * The text of a field, without blanks at its ends, be they no-break spaces or zero-width characters; null if it is
     * missing, null or has nothing else.
     */
    public String text(String field) {
        Object value = fields.get(field);
        if (value == null) {
            return null;
        }
        String text = Spaces.strip(value.toString());
        return text.isEmpty() ? null : text;
    }

    /** Whether the field is missing, null or has nothing that can be seen; a number or boolean is never empty. */
    public boolean isEmpty(String field) {
        return text(field) == null;
    }

    /** The id only: the fields are personal data. */
    @Override
    public String toString() {
        return objectType + " " + id;
    }
}
