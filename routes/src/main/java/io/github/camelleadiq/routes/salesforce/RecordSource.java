/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import java.util.List;

/** Where the records of a run are found, in order of their ids. */
interface RecordSource {
    /**
     * Some ids.
     *
     * @param isLast whether there are none behind them
     */
    record Ids(List<String> ids, boolean isLast) {
        public Ids {
            ids = List.copyOf(ids);
        }
    }

    /**
     * The next ones.
     *
     * @param after the id of the last one before; null to begin
     * @param most how many
     * @throws RuntimeException if they cannot be read, after as many attempts as are worth it
     */
    Ids next(String after, int most);

    /** How many there are behind this id, for the log; negative if that is not known. */
    long count(String after);
}
