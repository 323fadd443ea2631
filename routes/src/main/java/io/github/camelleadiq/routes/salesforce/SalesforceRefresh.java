/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Handler;

/**
 * Hands records that were enriched too long ago, or never, to the pipeline. Each call is a run of its own, unless the
 * last one was interrupted: then that one is finished first.
 */
public final class SalesforceRefresh extends SalesforceBackfill {
    private final Clock clock;
    private String stampField;
    private Duration age = Duration.ofDays(90);

    public SalesforceRefresh() {
        this(Clock.systemUTC());
    }

    SalesforceRefresh(Clock clock) {
        this.clock = clock;
    }

    @Override
    @Handler
    public Run run() {
        Optional<Run> unfinished = state().runs().list().stream()
                .filter(run ->
                        run.id().startsWith(runId() + "-") && run.objectType().equals(object()))
                .findFirst()
                .filter(run -> run.state() != RunState.DONE);
        if (unfinished.isPresent()) {
            return run(unfinished.get().id(), unfinished.get().whereClause());
        }
        Instant now = clock.instant();
        return run(runId() + "-" + Soql.time(now), stale(now));
    }

    private String stale(Instant now) {
        String field = Soql.fields(List.of(stampField)).iterator().next();
        String stale = field + " < " + Soql.time(now.minus(age)) + " OR " + field + " = null";
        return where() == null ? stale : "(" + stale + ") AND (" + where() + ")";
    }

    /** The field that says when a record was last enriched. */
    public void setStampField(String stampField) {
        this.stampField = stampField;
    }

    /** How long ago is too long. */
    public void setAge(Duration age) {
        this.age = age;
    }
}
