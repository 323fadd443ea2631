/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

import java.io.IOException;
import java.io.InputStream;

/** Something that can be read from its start, more than once. */
@FunctionalInterface
public interface CsvSource {
    InputStream open() throws IOException;
}
