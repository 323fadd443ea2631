/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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

    /** The same without these fields, changes as well as stamps. */
    public CrmPatch without(Set<String> fields) {
        Map<String, Object> left = new HashMap<>(stamps);
        left.keySet().removeAll(fields);
        return new CrmPatch(
                objectType,
                recordId,
                changes.stream()
                        .filter(change -> !fields.contains(change.field()))
                        .toList(),
                left);
    }

    /** Ids and field names only: values are personal data. */
    @Override
    public String toString() {
        return objectType + " " + recordId + " " + changes;
    }
}
