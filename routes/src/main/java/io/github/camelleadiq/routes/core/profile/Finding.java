/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.util.Objects;

/**
 * What does not fit between a profile and a particular CRM.
 *
 * @param severity whether the profile can be used all the same
 * @param field the CRM's name of the field
 * @param message what does not fit
 */
public record Finding(Severity severity, String field, String message) {
    public Finding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }

    /** How bad it is. */
    public enum Severity {
        /** The field cannot be filled or the rule cannot be kept. */
        ERROR,
        /** Some values will not get there. */
        WARNING
    }

    @Override
    public String toString() {
        return severity + " " + field + ": " + message;
    }
}
