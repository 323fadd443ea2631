/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import io.github.camelleadiq.examples.csv.lookup.LeadReader;
import io.github.camelleadiq.examples.csv.lookup.LeadRow;
import io.github.camelleadiq.examples.csv.lookup.Rules;
import io.github.camelleadiq.examples.csv.reading.Row;
import io.github.camelleadiq.examples.csv.reading.RowReader;
import io.github.camelleadiq.examples.csv.writing.InOrder;
import io.github.camelleadiq.examples.csv.writing.RowOutcome;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The leads of the file, read one by one as the work goes on. For use by one thread at a time. */
final class LeadRows implements Iterator<LeadRow> {

    private final RowReader rows;
    private final LeadReader leads;
    private final InOrder<RowOutcome> output;
    private final StopRule stop;
    private Row ahead;

    LeadRows(RowReader rows, Rules rules, InOrder<RowOutcome> output, StopRule stop) {
        this.rows = rows;
        this.leads = new LeadReader(rows.header(), rules);
        this.output = output;
        this.stop = stop;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && !stop.isReadingStopped()) {
            try {
                ahead = rows.next();
            } catch (IOException e) {
                stop.stopReading(
                        "the input cannot be read any further: " + e.getClass().getSimpleName());
            }
        }
        return ahead != null;
    }

    /** Waits while as many rows are under way as may be. */
    @Override
    public LeadRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        output.begin();
        Row row = ahead;
        ahead = null;
        return leads.read(row);
    }
}
