/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunState;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Handler;

/**
 * Enriches records that were enriched too long ago, or never. Each call is a run of its own, unless the
 * last one for the same records did not come to its end: then that one goes on. The credit cap holds for each call.
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
                .filter(this::isForTheSameRecords)
                .findFirst()
                .filter(run -> run.state() != RunState.DONE);
        if (unfinished.isPresent()) {
            Run run = unfinished.get();
            return run(run.id(), run.whereClause(), capBehind(run));
        }
        Instant now = clock.instant();
        return run(runId() + "-" + Soql.time(now), stale(now), creditCap());
    }

    /** A run with another condition was configured otherwise, or wrongly: it would fail or miss again. */
    private boolean isForTheSameRecords(Run run) {
        String prefix = runId() + "-";
        if (!run.id().startsWith(prefix) || !run.objectType().equals(object())) {
            return false;
        }
        try {
            Instant begun = Instant.parse(run.id().substring(prefix.length()));
            return stale(begun).equals(run.whereClause());
        } catch (DateTimeParseException e) {
            // of another refresh, whose name begins like ours
            return false;
        }
    }

    /** Where this call is to stop: earlier ones have spent their own. */
    private BigDecimal capBehind(Run run) {
        return creditCap() == null
                ? null
                : creditCap().add(state().log().credits(run.id()).max(run.credits()));
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
