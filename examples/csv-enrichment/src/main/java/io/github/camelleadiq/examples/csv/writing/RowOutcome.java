/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.writing;

import io.github.camelleadiq.examples.csv.reading.Rejection;
import io.github.camelleadiq.examples.csv.reading.Row;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.match.MatchResult;
import java.util.List;

/** How a row ended. Each row ends once. */
public sealed interface RowOutcome {

    Row row();

    /**
     * LeadIQ was asked.
     *
     * @param match whether it knows the person
     * @param values what stands beside the row; nothing unless it is a match
     */
    record LookedUp(Row row, MatchResult match, List<FieldChange> values) implements RowOutcome {

        public boolean isMatched() {
            return match instanceof MatchResult.Matched;
        }
    }

    /** LeadIQ could not be asked, or did not answer. */
    record Rejected(Row row, Rejection rejection) implements RowOutcome {}
}
