/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import io.github.camelleadiq.simulator.salesforce.schema.FieldDef;
import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides whether a record may be saved. */
final class Checks {
    private final Org org;

    Checks(Org org) {
        this.org = org;
    }

    /** The values to keep by field name, or the reasons against them in {@code errors}. */
    Map<String, Object> values(ObjectDef type, Map<String, Object> given, List<SaveError> errors) {
        Map<String, Object> values = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            FieldDef field = type.field(name);
            if (field == null) {
                errors.add(new SaveError(
                        "INVALID_FIELD", "No such column '" + name + "' on sobject of type " + type.name(), List.of()));
            } else if (!field.writable()) {
                errors.add(new SaveError(
                        "INVALID_FIELD_FOR_INSERT_UPDATE",
                        "Unable to create/update fields: " + field.name()
                                + ". Please check the security settings of this field and verify that it is "
                                + "read/write for your profile or permission set.",
                        List.of(field.name())));
            } else {
                try {
                    values.put(field.name(), FieldValues.toKeep(field, value));
                } catch (SaveException e) {
                    errors.add(e.error());
                }
            }
        });
        return values;
    }

    /** The reasons against a record as it would be. */
    List<SaveError> whole(Table table, StoredRecord future, Map<String, Object> values, WriteContext by) {
        List<SaveError> errors = new ArrayList<>();
        List<String> missing = table.type().fields().stream()
                .filter(f -> f.writable() && !f.nillable() && future.get(f.name()) == null)
                .map(FieldDef::name)
                .toList();
        if (!missing.isEmpty()) {
            errors.add(new SaveError("REQUIRED_FIELD_MISSING", "Required fields are missing: " + missing, missing));
        }
        for (FieldDef field : table.type().fields()) {
            if (field.target() != null
                    && values.get(field.name()) instanceof String id
                    && org.find(field.target(), id) == null) {
                errors.add(new SaveError(
                        "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", List.of(field.name())));
            }
        }
        if (by.silent() || by.origin().isEmpty() || !errors.isEmpty()) {
            return errors;
        }
        Map<String, Object> view = future.view();
        for (ValidationRule rule : org.rules().validations()) {
            if (rule.type().equals(table.type().name()) && rule.violated().test(view)) {
                errors.add(new SaveError(
                        "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                        rule.message(),
                        rule.field() == null ? List.of() : List.of(rule.field())));
            }
        }
        if (errors.isEmpty()
                && org.rules().refusesDuplicates()
                && !by.allowDuplicates()
                && values.containsKey("Email")
                && table.hasTwin(future)) {
            errors.add(new SaveError("DUPLICATES_DETECTED", "Use one of these records?", List.of()));
        }
        return errors;
    }
}
