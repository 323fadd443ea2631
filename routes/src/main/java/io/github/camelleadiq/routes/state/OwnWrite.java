/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import io.github.camelleadiq.routes.core.ValueHash;
import java.util.Objects;

/**
 * A value that we write.
 *
 * @param objectType the CRM's name of the object
 * @param recordId the CRM's id of the record
 * @param field the CRM's name of the field
 * @param valueHash the value as {@link ValueHash#of(String, String, String, Object)} makes it
 */
public record OwnWrite(String objectType, String recordId, String field, String valueHash) {
    public OwnWrite {
        Objects.requireNonNull(objectType, "objectType");
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(valueHash, "valueHash");
    }

    /** A value that we write to a field. */
    public static OwnWrite of(String objectType, String recordId, String field, Object value) {
        return new OwnWrite(objectType, recordId, field, ValueHash.of(objectType, recordId, field, value));
    }

    /** Without the hash, which a good guess could confirm. */
    @Override
    public String toString() {
        return objectType + " " + recordId + " " + field;
    }
}
