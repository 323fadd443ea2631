/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a CRM says of one of its objects.
 *
 * @param objectType the CRM's name of the object
 * @param fields its fields by name
 */
public record ObjectDescribe(String objectType, Map<String, FieldDescribe> fields) {
    public ObjectDescribe {
        Objects.requireNonNull(objectType, "objectType");
        fields = Map.copyOf(fields);
    }

    public Optional<FieldDescribe> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
