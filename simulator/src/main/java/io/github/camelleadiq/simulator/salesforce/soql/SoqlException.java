/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.soql;

/** A query that the org does not run. */
public final class SoqlException extends RuntimeException {
    private final String errorCode;

    SoqlException(String errorCode, String message) {
        super(message, null, false, false);
        this.errorCode = errorCode;
    }

    static SoqlException malformed(String message) {
        return new SoqlException("MALFORMED_QUERY", message);
    }

    static SoqlException field(String message) {
        return new SoqlException("INVALID_FIELD", message);
    }

    /** As Salesforce names it. */
    public String errorCode() {
        return errorCode;
    }
}
