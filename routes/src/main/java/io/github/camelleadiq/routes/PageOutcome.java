/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes;

import io.github.camelleadiq.routes.state.RunCounts;
import java.math.BigDecimal;
import java.util.List;

/** What came of some records: the answer of a pipeline that a backfill hands them to. */
public interface PageOutcome {
    /** How many records were read, looked up, written and so on. */
    RunCounts counts();

    /** What was spent for them. */
    BigDecimal credits();

    /**
     * The ids of records that nothing was done about, because the credits that were left might not have sufficed: all
     * records from some on, in the order in which they came.
     */
    default List<String> handedBack() {
        return List.of();
    }
}
