/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.ProfileFinder;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.Run;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.camel.Handler;

/** Enriches all records that meet a condition, once; begins where it stopped. */
public class SalesforceBackfill extends SalesforceBean {
    private static final int MOST = 2_000;
    private String object;
    private String where;
    private String runId;
    private String profile;
    private boolean gapFilter = true;
    private BigDecimal creditCap;
    private int pageSize = MOST;
    private int window = BackfillRunner.WINDOW;
    private int attempts = 60;
    private Duration pause = Duration.ofSeconds(1);
    private EnrichmentState state;

    /**
     * Puts the records into the inbox, and returns when all of them are settled or something ends the run before.
     *
     * @return the run as it stands: its state says why it ended
     * @throws RuntimeException if a page failed too often
     */
    @Handler
    public Run run() {
        return run(runId, orNull(where), creditCap);
    }

    final Run run(String id, String condition, BigDecimal cap) {
        SalesforceRecords.Selection selection =
                new SalesforceRecords.Selection(id, object, condition, pageSize, gaps());
        return BackfillRunner.run(
                getCamelContext(),
                state,
                new BackfillRunner.Plan(id, object, condition, window, cap),
                attempts,
                pause,
                patience -> new SalesforceRecords(api(), selection, patience));
    }

    private Supplier<GapFilter> gaps() {
        if (!gapFilter) {
            return () -> GapFilter.NONE;
        }
        if (orNull(profile) == null) {
            return () -> new GapFilter(null, "no profile says what they can lack");
        }
        EnrichmentProfile known = ProfileFinder.find(getCamelContext(), profile.strip());
        SalesforceDescriber describer = new SalesforceDescriber();
        describer.setCamelContext(getCamelContext());
        describer.setComponent(getComponent());
        return () -> GapFilter.of(known, describer.describe(object, false), Instant.now());
    }

    final EnrichmentState state() {
        return state;
    }

    final String object() {
        return object;
    }

    final String where() {
        return orNull(where);
    }

    final String runId() {
        return runId;
    }

    final BigDecimal creditCap() {
        return creditCap;
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The object, such as {@code Lead}. */
    public final void setObject(String object) {
        this.object = Soql.object(object);
    }

    /** Which records: a SOQL condition; empty for all. */
    public final void setWhere(String where) {
        this.where = where == null ? null : Soql.condition(where);
    }

    /** The name of the run; the same name goes on with the same run. */
    public final void setRunId(String runId) {
        this.runId = runId;
    }

    /** The profile by which the records are enriched: a bean, a file, or one that is shipped. Tells what records can lack. */
    public final void setProfile(String profile) {
        this.profile = profile;
    }

    /**
     * Whether to leave out, by a condition of the queries, records that lack nothing and records that were enriched lately;
     * yes if not set. Where that cannot be told by a condition they are read all the same, and the log says why.
     */
    public final void setGapFilter(boolean gapFilter) {
        this.gapFilter = gapFilter;
    }

    /**
     * Where to pause the run, in credits; empty for no cap. Nothing is asked that could go beyond it.
     */
    public final void setCreditCap(String creditCap) {
        this.creditCap = orNull(creditCap) == null ? null : new BigDecimal(creditCap.strip());
    }

    /**
     * How many records to put into the inbox together, 200 to 10,000; 5,000 if not set. All of them are in memory, and what LeadIQ
     * is asked about them leaves in full requests.
     */
    public final void setWindow(int window) {
        if (window < BackfillRunner.LEAST || window > BackfillRunner.MOST) {
            throw new IllegalArgumentException(
                    "A window has " + BackfillRunner.LEAST + " to " + BackfillRunner.MOST + " records");
        }
        this.window = window;
    }

    /** How many records to read with one query, 1 to 2000. */
    public final void setPageSize(int pageSize) {
        if (pageSize < 1 || pageSize > MOST) {
            throw new IllegalArgumentException("A page has 1 to " + MOST + " records");
        }
        this.pageSize = pageSize;
    }

    /** How often a page is tried before the run fails. */
    public final void setAttempts(int attempts) {
        this.attempts = attempts;
    }

    /** How long to wait before the second attempt; doubled for each further one, up to a minute. */
    public final void setPause(Duration pause) {
        this.pause = pause;
    }

    /** Keeps the run and its records. */
    public final void setState(EnrichmentState state) {
        this.state = state;
    }
}
