/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import java.util.Objects;

/**
 * One value that we want to change in a record, and what speaks for it.
 *
 * @param field the CRM's name of the field
 * @param before the value that the record has now; null if empty
 * @param after the value that it gets; null only where blanking was asked for
 * @param source where the new value is from: a path into LeadIQ's answer, such as {@code person.email}
 * @param status LeadIQ's verification status of the value, such as {@code Verified}; null where there is none
 */
public record FieldChange(String field, Object before, Object after, String source, String status) {
    public FieldChange {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(source, "source");
    }

    /** The field only: values are personal data. */
    @Override
    public String toString() {
        return field + " from " + source;
    }
}
