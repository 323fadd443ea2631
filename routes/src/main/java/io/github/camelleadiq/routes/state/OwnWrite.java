/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.util.Objects;

/**
 * A value that we write.
 *
 * @param objectType the CRM's name of the object
 * @param recordId the CRM's id of the record
 * @param field the CRM's name of the field
 * @param valueHash the value as {@link ValueHash#of} makes it
 */
public record OwnWrite(String objectType, String recordId, String field, String valueHash) {
    public OwnWrite {
        Objects.requireNonNull(objectType, "objectType");
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(valueHash, "valueHash");
    }

    /** Without the hash, which a good guess could confirm. */
    @Override
    public String toString() {
        return objectType + " " + recordId + " " + field;
    }
}
