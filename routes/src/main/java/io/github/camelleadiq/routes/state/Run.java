/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * How far a backfill or refresh has come.
 *
 * @param id its name
 * @param objectType the CRM's name of the object
 * @param whereClause which records; null for all
 * @param cursor the id of the last record that is in the inbox; null at the beginning
 * @param counts records that are settled so far
 * @param credits spent so far
 * @param creditCap what it may cost in all; null for no limit
 * @param state whether it goes on
 * @param startedAt when it began
 * @param updatedAt when it last came further
 */
public record Run(
        String id,
        String objectType,
        String whereClause,
        String cursor,
        RunCounts counts,
        BigDecimal credits,
        BigDecimal creditCap,
        RunState state,
        Instant startedAt,
        Instant updatedAt) {
    /** Without the where clause, which can name a person. */
    @Override
    public String toString() {
        return "run " + id + " of " + objectType + " " + state + " at " + cursor + ", " + counts + ", " + credits
                + " credits";
    }
}
