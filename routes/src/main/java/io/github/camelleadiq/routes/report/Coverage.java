/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.report;

/**
 * How many records have a value in a field.
 *
 * @param objectType the CRM's name of the object
 * @param field the CRM's name of the field
 * @param records all of them
 * @param emptyBefore those without a value before the run
 * @param emptyAfter those without one after it
 */
public record Coverage(String objectType, String field, long records, long emptyBefore, long emptyAfter) {

    /** How many got a value. */
    public long filled() {
        return Math.max(0, emptyBefore - emptyAfter);
    }

    /** How many had one before. */
    public long had() {
        return Math.max(0, records - emptyBefore);
    }
}
