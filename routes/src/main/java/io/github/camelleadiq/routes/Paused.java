/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes;

import io.github.camelleadiq.routes.state.RunCounts;
import java.time.Instant;

/**
 * What an exception says if nothing is wrong with what was handed over: it has to come again later, however often. The
 * exception of a pipeline that a backfill hands its records to.
 */
public interface Paused {
    /** When, at the earliest. */
    Instant until();

    /** What came of those records that are finished all the same, and that are not counted again when they come again. */
    default RunCounts finished() {
        return RunCounts.NONE;
    }
}
