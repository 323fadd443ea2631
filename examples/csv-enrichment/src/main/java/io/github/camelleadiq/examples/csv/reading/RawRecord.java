/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

/**
 * The text of a record, before it is taken apart.
 *
 * @param line where it starts in the file, from 1
 * @param text without the line end
 * @param cut whether the record was too long, so that this is only its beginning
 */
record RawRecord(long line, String text, boolean cut) {}
