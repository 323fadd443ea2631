/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.function.BooleanSupplier;
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
    private final BooleanSupplier goesOn;

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

    RecordRun(SalesforceApi api, EnrichmentState state, ProducerTemplate template, Plan plan, Patience patience) {
        this.api = api;
        this.state = state;
        this.template = template;
        this.plan = plan;
        this.patience = patience;
        this.goesOn = patience.goesOn();
    }

    /**
     * Runs to the end of the records, the cap, or until somebody moves the run to another state.
     *
     * @return the run as it stands; still {@link RunState#RUNNING} if everything is being stopped
     * @throws RuntimeException if a page cannot be read or handed over; the run is {@link RunState#FAILED} then
     */
    Run run() {
        Run run = state.runs().startOrResume(plan.runId(), plan.object(), plan.where());
        if (run.state() == RunState.DONE) {
            return run;
        }
        // what a crash has kept from being counted
        BigDecimal uncounted = state.log().credits(plan.runId()).subtract(run.credits());
        if (uncounted.signum() > 0) {
            run = state.runs().advance(plan.runId(), null, RunCounts.NONE, uncounted);
        }
        try {
            RunLog log = new RunLog(patience.clock(), run, count(run));
            run = pages(run, log);
            log.end(run);
            return run;
        } catch (RuntimeException e) {
            if (!goesOn.getAsBoolean()) {
                LOG.info("Run {} stops and goes on at the next start: {}", plan.runId(), Patience.describe(e));
                return run;
            }
            state.runs().move(plan.runId(), RunState.FAILED);
            throw e;
        }
    }

    private Run pages(Run begun, RunLog log) {
        Run run = begun;
        while (true) {
            List<CrmRecord> page = page(run.cursor());
            for (int from = 0; from < page.size(); from += MOST) {
                if (!goesOn.getAsBoolean()) {
                    return run;
                }
                if (isSpent(run)) {
                    return state.runs().move(plan.runId(), RunState.PAUSED);
                }
                run = hand(List.copyOf(page.subList(from, Math.min(page.size(), from + MOST))));
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

    /** The records are settled when this returns, and the cursor behind them. */
    private Run hand(List<CrmRecord> records) {
        AtomicReference<Object> answer = new AtomicReference<>();
        patience.with("A page of run " + plan.runId(), () -> {
            Exchange exchange = template.request(plan.recordsUri(), request -> {
                request.getMessage().setBody(records);
                request.getMessage().setHeader(RoutesConstants.RUN_ID, plan.runId());
                request.getMessage().setHeader(RoutesConstants.OBJECT_TYPE, plan.object());
            });
            Exception failure = exchange.getException();
            if (failure != null) {
                throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
            }
            answer.set(exchange.getMessage().getBody());
            return null;
        });
        RunCounts counts = new RunCounts(records.size(), 0, 0, 0, 0, 0);
        BigDecimal credits = BigDecimal.ZERO;
        if (answer.get() instanceof PageOutcome outcome) {
            RunCounts of = outcome.counts();
            counts =
                    new RunCounts(records.size(), of.planned(), of.lookedUp(), of.written(), of.refused(), of.failed());
            credits = outcome.credits();
        }
        return state.runs()
                .advance(plan.runId(), records.get(records.size() - 1).id(), counts, credits);
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
