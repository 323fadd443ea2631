/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import io.github.camelleadiq.examples.csv.reading.Rejection;
import io.github.camelleadiq.examples.csv.reading.Row;

/**
 * A row with either the lead that it describes or the reason why nothing can be looked up for it.
 *
 * @param lead null if there is a rejection
 * @param rejection null if there is a lead
 */
public record LeadRow(Row row, Lead lead, Rejection rejection) {

    static LeadRow of(Row row, Lead lead) {
        return new LeadRow(row, lead, null);
    }

    static LeadRow rejected(Row row, Rejection rejection) {
        return new LeadRow(row, null, rejection);
    }

    public boolean isRejected() {
        return rejection != null;
    }
}
