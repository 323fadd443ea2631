/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.util.Objects;

/**
 * One thing that is wrong with a profile.
 *
 * @param file the name of the file
 * @param line the line, from 1
 * @param column the column, from 1
 * @param field where in the profile, such as {@code mapping.Phone.from}; empty for the file as a whole
 * @param message what is wrong, and what would be right
 */
public record ProfileError(String file, int line, int column, String field, String message) {
    public ProfileError {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }

    /** As compilers say it: {@code lead.yaml:12:5: mapping.Phone.from: ...}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + (field.isEmpty() ? "" : field + ": ") + message;
    }
}
