/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.util.Objects;

/**
 * What does not fit between a profile and a particular CRM.
 *
 * @param severity whether the profile can be used all the same
 * @param place where the profile names the field; null if it was not read from a file
 * @param field the CRM's name of the field
 * @param message what does not fit
 */
public record Finding(Severity severity, Place place, String field, String message) {
    public Finding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }

    /** How bad it is. */
    public enum Severity {
        /** The profile must not be used: a no could not be heard, or no record could be looked up. */
        FATAL,
        /** The field cannot be filled or the rule cannot be kept. */
        ERROR,
        /** Some values will not get there. */
        WARNING
    }

    /** As compilers say it: {@code ERROR lead.yaml:12:5: Phone: ...}. */
    @Override
    public String toString() {
        return severity + " " + (place == null ? "" : place + ": ") + field + ": " + message;
    }
}
