/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is to be written to one record: only what changes.
 *
 * @param objectType the CRM's name of the object
 * @param recordId the CRM's id of the record
 * @param changes what is filled or replaced, and why
 * @param stamps our own fields beside them (LeadIQ id, enriched at, status): written with the changes, and not counted
 *     as enrichment; values are never null
 */
public record CrmPatch(String objectType, String recordId, List<FieldChange> changes, Map<String, Object> stamps) {
    public CrmPatch {
        Objects.requireNonNull(objectType, "objectType");
        Objects.requireNonNull(recordId, "recordId");
        changes = List.copyOf(changes);
        stamps = Map.copyOf(stamps);
    }

    /** Whether there is anything to write. */
    public boolean isEmpty() {
        return changes.isEmpty() && stamps.isEmpty();
    }

    /** Ids and field names only: values are personal data. */
    @Override
    public String toString() {
        return objectType + " " + recordId + " " + changes;
    }
}
