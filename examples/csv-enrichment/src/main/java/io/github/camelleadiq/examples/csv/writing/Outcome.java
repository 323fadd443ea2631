/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.writing;

import io.github.camelleadiq.examples.csv.lookup.Match;
import io.github.camelleadiq.examples.csv.reading.Rejection;
import io.github.camelleadiq.examples.csv.reading.Row;

/** How a row ended. Each row ends once. */
public sealed interface Outcome {

    Row row();

    /** LeadIQ knows the person. */
    record Matched(Row row, Match match) implements Outcome {}

    /** LeadIQ was asked and does not know the person. */
    record NotFound(Row row) implements Outcome {}

    /** LeadIQ could not be asked, or did not answer. */
    record Rejected(Row row, Rejection rejection) implements Outcome {}
}
