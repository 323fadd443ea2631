/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.PageOutcome;
import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunCounts;
import io.github.camelleadiq.routes.state.RunState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All records of an object in order of their ids, page by page, from where the run stopped. There is never more than one
 * page in memory, and no cursor in Salesforce that can expire.
 */
final class RecordRun {
    private static final Logger LOG = LoggerFactory.getLogger(RecordRun.class);
    private static final int MOST = 200;

    private final SalesforceApi api;
    private final EnrichmentState state;
    private final ProducerTemplate template;
    private final Plan plan;
    private final Patience patience;
    private final RunLease lease;

    /**
     * What to run.
     *
     * @param where which records; null for all
     * @param creditCap where to stop; null for no cap
     */
    record Plan(
            String runId,
            String object,
            Set<String> fields,
            String where,
            String recordsUri,
            int pageSize,
            BigDecimal creditCap) {}

    RecordRun(
            SalesforceApi api,
            EnrichmentState state,
            ProducerTemplate template,
            Plan plan,
            Patience patience,
            RunLease lease) {
        this.api = api;
        this.state = state;
        this.template = template;
        this.plan = plan;
        this.lease = lease;
        this.patience = patience;
    }

    /**
     * Runs to the end of the records, the cap, or until somebody moves the run to another state.
     *
     * @return the run as it stands; still {@link RunState#RUNNING} if everything is being stopped
     * @throws RuntimeException if a page cannot be read or handed over; the run is {@link RunState#FAILED} then
     */
    Run run() {
        try (lease) {
            Run run = state.runs().find(plan.runId()).orElseGet(this::begin);
            if (lease.take()) {
                return held();
            }
            LOG.info("Run {} is another worker's; waits for its end", plan.runId());
            while (!lease.take()) {
                if (!patience.isWanted()) {
                    return run;
                }
                patience.look();
            }
            // an end that the other one came to, or somebody wanted, is ours too; without any it is gone
            run = state.runs().find(plan.runId()).orElseGet(this::begin);
            return run.state() == RunState.RUNNING ? held() : run;
        }
    }

    private Run begin() {
        return state.runs().startOrResume(plan.runId(), plan.object(), plan.where());
    }

    private Run held() {
        Run run = begin();
        if (run.state() == RunState.DONE) {
            return run;
        }
        run = counted(run);
        try {
            RunLog log = new RunLog(patience.clock(), run, count(run));
            run = pages(run, log);
            log.end(run);
            return run;
        } catch (RuntimeException e) {
            if (!goesOn()) {
                LOG.info("Run {} stops and goes on at the next start: {}", plan.runId(), CrmFailure.describe(e));
                return state.runs().find(plan.runId()).orElse(run);
            }
            state.runs().move(plan.runId(), RunState.FAILED);
            throw e;
        }
    }

    private Run pages(Run begun, RunLog log) {
        Run run = begun;
        while (true) {
            List<CrmRecord> page = page(run.cursor());
            for (int from = 0; from < page.size(); ) {
                if (!goesOn()) {
                    return run;
                }
                List<CrmRecord> records = List.copyOf(page.subList(from, Math.min(page.size(), from + MOST)));
                long before = run.counts().read();
                run = isSpent(run) ? run : hand(run, records);
                long done = run.counts().read() - before;
                if (done == 0) {
                    LOG.info(
                            "Run {} pauses: the next record could go beyond {} credits",
                            plan.runId(),
                            plan.creditCap());
                    return state.runs().move(plan.runId(), RunState.PAUSED);
                }
                from += (int) done;
                if (run.state() != RunState.RUNNING) {
                    return run;
                }
                log.progress(run);
            }
            if (page.size() < plan.pageSize()) {
                return state.runs().move(plan.runId(), RunState.DONE);
            }
        }
    }

    private boolean goesOn() {
        return patience.isWanted() && lease.isHeld();
    }

    private boolean isSpent(Run run) {
        return plan.creditCap() != null && run.credits().compareTo(plan.creditCap()) >= 0;
    }

    private List<CrmRecord> page(String after) {
        String soql = Soql.page(plan.object(), plan.fields(), plan.where(), after, plan.pageSize());
        return patience.with("Reading a page of run " + plan.runId(), () -> {
            List<CrmRecord> page = new ArrayList<>();
            api.query(soql, nodes -> {
                for (JsonNode node : nodes) {
                    page.add(Records.parse(plan.object(), plan.fields(), node));
                }
            });
            return page;
        });
    }

    /**
     * The records are settled when this returns, and the cursor behind them.
     *
     * @return the run; the same as before if not one of them could be paid for any more
     */
    private Run hand(Run run, List<CrmRecord> records) {
        AtomicReference<Run> known = new AtomicReference<>(run);
        Object answer = patience.with("A page of run " + plan.runId(), () -> {
            Exchange exchange = template.request(plan.recordsUri(), request -> {
                request.getMessage().setBody(records);
                request.getMessage().setHeader(RoutesConstants.RUN_ID, plan.runId());
                request.getMessage().setHeader(RoutesConstants.OBJECT_TYPE, plan.object());
                if (plan.creditCap() != null) {
                    BigDecimal left = plan.creditCap().subtract(known.get().credits());
                    request.getMessage().setHeader(RoutesConstants.CREDITS_LEFT, left);
                }
            });
            Exception failure = exchange.getException();
            if (failure != null) {
                // what was spent before it failed
                known.set(counted(known.get()));
                throw failure instanceof RuntimeException other ? other : new IllegalStateException(failure);
            }
            return exchange.getMessage().getBody();
        });
        if (!(answer instanceof PageOutcome outcome)) {
            return advance(records, new RunCounts(records.size(), 0, 0, 0, 0, 0), BigDecimal.ZERO);
        }
        List<CrmRecord> done = done(records, outcome);
        RunCounts of = outcome.counts();
        RunCounts counts =
                new RunCounts(done.size(), of.planned(), of.lookedUp(), of.written(), of.refused(), of.failed());
        return done.isEmpty() ? known.get() : advance(done, counts, outcome.credits());
    }

    /** Those before the first one that was handed back. */
    private static List<CrmRecord> done(List<CrmRecord> records, PageOutcome outcome) {
        Set<String> handedBack = Set.copyOf(outcome.handedBack());
        return records.stream()
                .takeWhile(handed -> !handedBack.contains(handed.id()))
                .toList();
    }

    private Run advance(List<CrmRecord> done, RunCounts counts, BigDecimal credits) {
        return state.runs().advance(plan.runId(), done.get(done.size() - 1).id(), counts, credits);
    }

    /** With what was spent and is logged but not counted, after a crash or a failure. */
    private Run counted(Run run) {
        BigDecimal uncounted = state.log().credits(plan.runId()).subtract(run.credits());
        return uncounted.signum() > 0 ? state.runs().advance(plan.runId(), null, RunCounts.NONE, uncounted) : run;
    }

    /** How many records are to be done; negative if Salesforce does not say, as it is only for the log. */
    private long count(Run run) {
        try {
            return api.query(Soql.count(plan.object(), plan.where(), run.cursor()), page -> {});
        } catch (SalesforceCallException e) {
            return -1;
        }
    }
}
