/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.schema;

/** A field of an object or input type: {@code type.field}. */
public record FieldName(String type, String field) {
    @Override
    public String toString() {
        return type + "." + field;
    }
}
