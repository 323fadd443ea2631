/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

import java.nio.charset.Charset;

/**
 * How a CSV file is written, so that the outputs can be written the same way.
 *
 * @param byteOrderMark whether the file starts with one; some spreadsheets read UTF-8 only then
 * @param delimiter what is between two fields: comma, semicolon, tab or bar
 * @param lineEnd what is after each row
 */
public record CsvDialect(Charset charset, boolean byteOrderMark, char delimiter, String lineEnd) {}
