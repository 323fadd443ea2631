/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.core.Backoff;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunState;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the records of a run into the inbox, in order of their ids, from where the run stopped, and waits until all of them
 * are settled. They are found window by window. Besides the window that is worked on, one waits at most.
 */
final class BackfillRunner {
    /** Records of the smallest window: what Salesforce writes in one request. */
    static final int LEAST = 200;

    /** Records of a window by default: fifty full requests to LeadIQ, a minute at its usual rate. */
    static final int WINDOW = 5_000;

    /** Records of the largest window: a hundred full requests to LeadIQ. */
    static final int MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(BackfillRunner.class);
    /** How long after a crash another worker, or the restarted one, can take a run over. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** How often to look what has become of the records. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Plan plan;
    private final Patience patience;
    private final RecordSource source;
    private final RunLease lease;
    private final RunTracker book;

    /**
     * What to run.
     *
     * @param where which records, as it is noted with the run; null for all
     * @param window how many records to put into the inbox together
     * @param creditCap what it may cost in all; null for no limit
     */
    record Plan(String runId, String object, String where, int window, BigDecimal creditCap) {}

    /** @param source finds the records, as long as the patience lasts */
    BackfillRunner(
            EnrichmentState state,
            Plan plan,
            Function<Patience, RecordSource> source,
            Patience patience,
            RunLease lease) {
        this.plan = plan;
        this.lease = lease;
        this.patience = patience;
        this.book = new RunTracker(state, plan, lease, patience);
        this.source = source.apply(patience.whileAlso(book::goesOn));
    }

    /** Runs until it has an end, or the context stops. */
    static Run run(
            CamelContext context,
            EnrichmentState state,
            Plan plan,
            int attempts,
            Duration pause,
            Function<Patience, RecordSource> source) {
        Patience patience = new Patience(
                attempts,
                new Backoff(pause, LONGEST_PAUSE),
                Pause.REAL,
                Clock.systemUTC(),
                () -> !context.isStopping() && !context.isStopped());
        ExecutorServiceManager threads = context.getExecutorServiceManager();
        ScheduledExecutorService timer = threads.newSingleThreadScheduledExecutor(plan, "LeadIQRunLease");
        try {
            RunLease lease = new RunLease(state.runs(), plan.runId(), LEASE, patience.clock(), timer);
            return new BackfillRunner(state, plan, source, patience, lease).run();
        } finally {
            threads.shutdownNow(timer);
        }
    }

    /**
     * Runs to the end of the records, the cap, or until the run is moved to another state. A run that is lost to
     * another worker, or only lapses as the state's database is away, is waited for.
     *
     * @return the run as it stands; still {@link RunState#RUNNING} if everything is being stopped
     * @throws RuntimeException if records cannot be found; the run is {@link RunState#FAILED} then
     */
    Run run() {
        try (lease) {
            book.find();
            boolean isOurs = book.take();
            if (isOurs && hold()) {
                return book.run();
            }
            LOG.info("Run {} is another worker's, or could not be kept; waits for it", plan.runId());
            while (patience.isWanted()) {
                patience.look(LOOK);
                book.find();
                if (!book.take()) {
                    continue;
                }
                // an end that the other one came to, or that was wanted, is ours too
                if (book.find().state() != RunState.RUNNING || hold()) {
                    break;
                }
            }
            return book.run();
        }
    }

    /** Works on it; returns false if it could not be kept, so that it has to be taken again. */
    private boolean hold() {
        if (book.begin().state() == RunState.DONE) {
            return true;
        }
        try {
            RunProgress log = new RunProgress(
                    patience.clock(), book.run(), source.count(book.run().cursor()));
            fill(log);
            log.end(book.run());
        } catch (RuntimeException e) {
            if (book.goesOn()) {
                book.end(RunState.FAILED);
                throw e;
            }
            LOG.info("Run {} stops, and goes on later: {}", plan.runId(), CrmFailure.describe(e));
        }
        return book.run().state() != RunState.RUNNING || !patience.isWanted();
    }

    private void fill(RunProgress log) {
        boolean isLast = false;
        while (book.goesOn()) {
            if (!isLast && !book.isAhead()) {
                RecordSource.Ids window = source.next(book.run().cursor(), plan.window());
                isLast = window.isLast();
                if (!window.ids().isEmpty()) {
                    book.offer(window.ids());
                }
            } else if (isLast && book.isSettled()) {
                book.end(RunState.DONE);
                return;
            } else {
                patience.look(LOOK);
                book.find();
            }
            log.progress(book.run());
        }
        if (book.run().state() == RunState.PAUSED) {
            LOG.info("Run {} pauses; the records that are left wait until it is started again", plan.runId());
        }
    }
}
