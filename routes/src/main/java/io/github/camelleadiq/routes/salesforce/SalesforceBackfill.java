/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.ProfileFinder;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.Run;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Handler;
import org.apache.camel.spi.ExecutorServiceManager;

/** Hands all records that meet a condition to the pipeline, once; begins where it stopped. */
public class SalesforceBackfill extends SalesforceBean {
    private static final int MOST = 2_000;
    /** How long after a crash another worker, or the restarted one, can take a run over. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private String object;
    private Set<String> fields = Set.of();
    private String where;
    private String runId;
    private String recordsUri;
    private String profile;
    private boolean gapFilter = true;
    private BigDecimal creditCap;
    private int pageSize = MOST;
    private int window = BackfillRunner.WINDOW;
    private int attempts = 60;
    private Duration pause = Duration.ofSeconds(1);
    private EnrichmentState state;

    /**
     * Runs until all records are done or something ends it.
     *
     * @return the run as it stands: its state says why it ended
     * @throws RuntimeException if a page or a window failed too often
     */
    @Handler
    public Run run() {
        return run(runId, orNull(where), creditCap);
    }

    final Run run(String id, String condition, BigDecimal cap) {
        BackfillRunner.Plan plan =
                new BackfillRunner.Plan(id, object, fields, condition, recordsUri, pageSize, window, gaps(), cap);
        CamelContext context = getCamelContext();
        Patience patience = new Patience(
                attempts,
                pause,
                Duration.ofMinutes(1),
                Pause.REAL,
                Clock.systemUTC(),
                () -> !context.isStopping() && !context.isStopped());
        ExecutorServiceManager threads = context.getExecutorServiceManager();
        ScheduledExecutorService timer = threads.newSingleThreadScheduledExecutor(this, "LeadIQRunLease");
        try {
            RunLease lease = new RunLease(state.runs(), id, LEASE, patience.clock(), timer);
            return new BackfillRunner(api(), state, context.createProducerTemplate(), plan, patience, lease).run();
        } finally {
            threads.shutdownNow(timer);
        }
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
        return () -> GapFilter.of(known, describer.describe(object), Instant.now());
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

    /** The fields to read, separated by commas; empty for ids only, so that whoever needs more reads it when it needs it. */
    public final void setFields(String fields) {
        List<String> names = Arrays.stream(fields.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        this.fields = Soql.fields(names);
    }

    /** Which records: a SOQL condition; empty for all. */
    public final void setWhere(String where) {
        this.where = where;
    }

    /** The name of the run; the same name goes on with the same run. */
    public final void setRunId(String runId) {
        this.runId = runId;
    }

    /** Takes as many records at once as the window has, and returns when they are settled. */
    public final void setRecordsUri(String recordsUri) {
        this.recordsUri = recordsUri;
    }

    /** The profile by which {@code recordsUri} enriches: a bean, a file, or one that is shipped. Tells what records can lack. */
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
     * Where to pause the run, in credits; empty for no cap. Nothing is asked that could go beyond it, if {@code
     * recordsUri} goes by the header {@code CamelLeadIQRoutesCreditsLeft}.
     */
    public final void setCreditCap(String creditCap) {
        this.creditCap = orNull(creditCap) == null ? null : new BigDecimal(creditCap.strip());
    }

    /**
     * How many records to hand over together, 200 to 10,000; 5,000 if not set. All of them are in memory, and what LeadIQ
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

    /** How often a page or a window is tried before the run fails. While the pipeline pauses, the run waits, and that does not count. */
    public final void setAttempts(int attempts) {
        this.attempts = attempts;
    }

    /** How long to wait before the second attempt; doubled for each further one, up to a minute. */
    public final void setPause(Duration pause) {
        this.pause = pause;
    }

    /** Keeps the cursor. */
    public final void setState(EnrichmentState state) {
        this.state = state;
    }
}
