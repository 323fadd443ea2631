/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.util.Objects;

/**
 * Where a profile says something.
 *
 * @param file the name of the file
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record Place(String file, int line, int column) {
    public Place {
        Objects.requireNonNull(file, "file");
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
