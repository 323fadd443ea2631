/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

import java.util.List;

/**
 * A row of the input, below the header.
 *
 * @param number counts rows from 0, without gaps
 * @param line where it starts in the file, from 1
 * @param values one for each column; none if the row cannot be read
 * @param text the row as it stands in the file if it cannot be read, else null
 * @param problem why it cannot be read, or null
 */
public record Row(long number, long line, List<String> values, String text, Rejection problem) {

    static Row readable(long number, long line, List<String> values) {
        return new Row(number, line, values, null, null);
    }

    static Row unreadable(long number, RawRecord raw, Rejection problem) {
        return new Row(number, raw.line(), List.of(), raw.text(), problem);
    }

    /** Not the values: they are personal data. */
    @Override
    public String toString() {
        return "Row[line " + line + "]";
    }
}
