/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import java.util.List;
import java.util.Objects;

/**
 * What a CRM says of one of its fields.
 *
 * @param name the field's name in the API
 * @param type the CRM's own word for its type, such as {@code string}, {@code picklist}, {@code phone}, {@code int}
 * @param length how many characters it takes; 0 if that does not apply
 * @param updateable whether we may write it: false for formulas and read-only fields
 * @param picklist the values that it takes; empty if it is not a picklist
 * @param restricted whether a picklist takes nothing else
 */
public record FieldDescribe(
        String name, String type, int length, boolean updateable, List<String> picklist, boolean restricted) {
    public FieldDescribe {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        picklist = List.copyOf(picklist);
    }
}
