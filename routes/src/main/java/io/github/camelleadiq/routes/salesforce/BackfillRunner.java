/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.routes.CrmFailure;
import io.github.camelleadiq.routes.Paused;
import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunCounts;
import io.github.camelleadiq.routes.state.RunState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All records of an object in order of their ids, from where the run stopped. They are read page by page and handed over
 * in windows of several pages. There is never more than one window in memory, and no cursor in Salesforce that can expire.
 */
final class BackfillRunner {
    private static final Logger LOG = LoggerFactory.getLogger(BackfillRunner.class);
    /** Records of the smallest window: what Salesforce reads and writes in one request. */
    static final int LEAST = 200;

    /** Records of a window if nobody says otherwise: fifty full requests to LeadIQ, a minute at its usual rate. */
    static final int WINDOW = 5_000;

    /** Records of the largest window: a hundred full requests to LeadIQ. */
    static final int MOST = 10_000;

    private final SalesforceApi api;
    private final ProducerTemplate template;
    private final Plan plan;
    private final Patience patience;
    private final Patience whileOurs;
    private final RunLease lease;
    private final RunTracker book;
    private final NavigableSet<String> unsettled = new TreeSet<>();
    private GapFilter gaps = GapFilter.NONE;
    private boolean areGapsRefused;

    /**
     * What to run.
     *
     * @param where which records; null for all
     * @param pageSize how many records to read with one query
     * @param window how many records to hand over together
     * @param gaps which of them need not be read, as it is known now
     * @param creditCap where to stop; null for no cap
     */
    record Plan(
            String runId,
            String object,
            Set<String> fields,
            String where,
            String recordsUri,
            int pageSize,
            int window,
            Supplier<GapFilter> gaps,
            BigDecimal creditCap) {}

    BackfillRunner(
            SalesforceApi api,
            EnrichmentState state,
            ProducerTemplate template,
            Plan plan,
            Patience patience,
            RunLease lease) {
        this.api = api;
        this.template = template;
        this.plan = plan;
        this.lease = lease;
        this.patience = patience;
        this.book = new RunTracker(state, plan, lease, patience);
        this.whileOurs = patience.whileAlso(book::goesOn);
    }

    /**
     * Runs to the end of the records, the cap, or until somebody moves the run to another state. A run that is lost to
     * another worker, or only lapses as the state's database is away, is waited for.
     *
     * @return the run as it stands; still {@link RunState#RUNNING} if everything is being stopped
     * @throws RuntimeException if a page cannot be read or a window not handed over; the run is {@link RunState#FAILED} then
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
                patience.look();
                book.find();
                if (!book.take()) {
                    continue;
                }
                // an end that the other one came to, or somebody wanted, is ours too
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
            book.count();
            unsettled.clear();
            unsettled.addAll(book.unsettled());
            lookForGaps();
            RunProgress log = new RunProgress(patience.clock(), book.run(), count());
            windows(log);
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

    private void windows(RunProgress log) {
        while (true) {
            Window window = window(book.run().cursor());
            int size = plan.window();
            for (int from = 0; from < window.records().size(); ) {
                if (!book.goesOn()) {
                    return;
                }
                long before = book.run().counts().read();
                int to = Math.min(window.records().size(), from + size);
                if (!isSpent()) {
                    List<CrmRecord> some = List.copyOf(window.records().subList(from, to));
                    new PageDelivery(book, whileOurs, some, this::send).deliver();
                }
                int done = (int) (book.run().counts().read() - before);
                if (done == 0) {
                    LOG.info("Run {} pauses: the next record could cost more than may be spent", plan.runId());
                    book.end(RunState.PAUSED);
                    return;
                }
                if (from + done < to) {
                    // no use in reading thousands again for the few that can still be paid
                    size = Math.max(LEAST, done);
                }
                from += done;
                if (book.run().state() != RunState.RUNNING) {
                    return;
                }
                log.progress(book.run());
            }
            if (window.isLast()) {
                book.end(RunState.DONE);
                return;
            }
        }
    }

    private record Window(List<CrmRecord> records, boolean isLast) {}

    private Window window(String after) {
        lookForGaps();
        List<CrmRecord> records = new ArrayList<>();
        String last = after;
        while (records.size() < plan.window()) {
            int size = Math.min(plan.pageSize(), plan.window() - records.size());
            List<CrmRecord> page = page(last, size);
            boolean isLast = page.size() < size;
            last = isLast ? null : page.get(page.size() - 1).id();
            records.addAll(withUnsettled(page, last));
            if (isLast) {
                return new Window(records, true);
            }
        }
        return new Window(records, false);
    }

    /** @param upTo the id up to which the page has all records; null for all that there are */
    private List<CrmRecord> withUnsettled(List<CrmRecord> page, String upTo) {
        NavigableSet<String> these = upTo == null ? unsettled : unsettled.headSet(upTo, true);
        if (these.isEmpty()) {
            return page;
        }
        NavigableMap<String, CrmRecord> all = new TreeMap<>();
        // whoever needs more of them than their ids reads it
        these.forEach(id -> all.put(id, new CrmRecord(plan.object(), id, Map.of())));
        page.forEach(found -> all.put(found.id(), found));
        these.clear();
        return List.copyOf(all.values());
    }

    /** Finds out which records need not be read, and says so if all of them have to be. */
    private void lookForGaps() {
        if (areGapsRefused) {
            return;
        }
        String before = gaps.hindrance();
        try {
            gaps = whileOurs.with("Looking for what records of run " + plan.runId() + " can lack", plan.gaps());
        } catch (SalesforceCallException e) {
            if (e.isRetryable()) {
                throw e;
            }
            gaps = new GapFilter(null, plan.object() + " cannot be described: " + e.getMessage());
        }
        if (gaps.hindrance() != null && !gaps.hindrance().equals(before)) {
            LOG.info("Run {} also reads records that lack nothing: {}", plan.runId(), gaps.hindrance());
        }
    }

    private boolean isSpent() {
        return plan.creditCap() != null && book.run().credits().compareTo(plan.creditCap()) >= 0;
    }

    private List<CrmRecord> page(String after, int size) {
        return whileOurs.with("Reading a page of run " + plan.runId(), () -> {
            try {
                return read(gaps, after, size);
            } catch (SalesforceCallException e) {
                boolean isOfTheQuery = !e.isRetryable() || e.code().equals(SalesforceErrors.QUERY_TIMEOUT);
                if (gaps.condition() == null || !isOfTheQuery) {
                    throw e;
                }
                List<CrmRecord> all = read(GapFilter.NONE, after, size);
                LOG.warn(
                        "Run {} also reads records that lack nothing from now on: Salesforce answers the query without"
                                + " them with {}",
                        plan.runId(),
                        e.code());
                areGapsRefused = true;
                gaps = GapFilter.NONE;
                return all;
            }
        });
    }

    private List<CrmRecord> read(GapFilter filter, String after, int size) {
        String where = Soql.and(plan.where(), filter.condition());
        List<CrmRecord> page = new ArrayList<>();
        api.query(Soql.page(plan.object(), plan.fields(), where, after, size), nodes -> {
            for (JsonNode node : nodes) {
                page.add(Records.parse(plan.object(), plan.fields(), node));
            }
        });
        return page;
    }

    private Object send(List<CrmRecord> records) {
        Exchange exchange = template.request(plan.recordsUri(), request -> {
            request.getMessage().setBody(records);
            request.getMessage().setHeader(RoutesConstants.RUN_ID, plan.runId());
            request.getMessage().setHeader(RoutesConstants.OBJECT_TYPE, plan.object());
            if (plan.creditCap() != null) {
                BigDecimal left = plan.creditCap().subtract(book.run().credits());
                request.getMessage().setHeader(RoutesConstants.CREDITS_LEFT, left);
            }
        });
        Exception failure = exchange.getException();
        if (failure != null) {
            // what was spent and done before it failed
            book.count();
            finished(failure).ifPresent(book::count);
            throw failure instanceof RuntimeException other ? other : new IllegalStateException(failure);
        }
        return exchange.getMessage().getBody();
    }

    private static Optional<RunCounts> finished(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Paused paused && !paused.finished().equals(RunCounts.NONE)) {
                return Optional.of(paused.finished());
            }
        }
        return Optional.empty();
    }

    /** How many records are to be done; negative if Salesforce does not say, as it is only for the log. */
    private long count() {
        long toDo = count(gaps);
        if (gaps.condition() != null && toDo >= 0) {
            LOG.info(
                    "Run {} has {} records to look at, of {} that are left", plan.runId(), toDo, count(GapFilter.NONE));
        }
        return toDo;
    }

    private long count(GapFilter filter) {
        String where = Soql.and(plan.where(), filter.condition());
        try {
            return api.query(Soql.count(plan.object(), where, book.run().cursor()), page -> {});
        } catch (SalesforceCallException e) {
            return -1;
        }
    }
}
