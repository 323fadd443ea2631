/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.BiFunction;

/** How long a credit budget lasts. Days and months are those of the calendar in UTC. */
public enum BudgetPeriod {
    /** From the start of the Camel context, or of whoever made the client, to its end. */
    RUN((runId, now) -> "run-" + runId),
    DAY((runId, now) -> now.atOffset(ZoneOffset.UTC).toLocalDate().toString()),
    MONTH((runId, now) -> YearMonth.from(now.atOffset(ZoneOffset.UTC)).toString());

    private final BiFunction<String, Instant, String> name;

    BudgetPeriod(BiFunction<String, Instant, String> name) {
        this.name = name;
    }

    /** The name of the period that a moment falls into, as the ledger keeps it. */
    public String nameAt(Instant now, String runId) {
        return name.apply(runId, now);
    }
}
