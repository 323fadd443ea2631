/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import java.util.List;

/**
 * What became of one record of a write.
 *
 * @param id null of a record that could not be created
 */
public record SaveResult(String id, List<SaveError> errors) {
    public boolean success() {
        return errors.isEmpty();
    }

    static SaveResult failed(String id, String statusCode, String message, String... fields) {
        return new SaveResult(id, List.of(new SaveError(statusCode, message, List.of(fields))));
    }
}
