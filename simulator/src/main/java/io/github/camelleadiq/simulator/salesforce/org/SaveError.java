/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import java.util.List;

/** Why a record was not saved. The message can hold the value that was refused; {@code toString} leaves it out. */
public record SaveError(String statusCode, String message, List<String> fields) {
    @Override
    public String toString() {
        return statusCode + " " + fields;
    }
}
