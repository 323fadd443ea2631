/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

/** A value that a field does not take. */
final class SaveException extends Exception {
    private final transient SaveError error;

    SaveException(SaveError error) {
        super(error.statusCode());
        this.error = error;
    }

    SaveError error() {
        return error;
    }
}
