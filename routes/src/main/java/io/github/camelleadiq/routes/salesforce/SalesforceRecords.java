/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records of an object that meet a condition. They are read page by page, with no cursor in Salesforce that can expire. */
final class SalesforceRecords implements RecordSource {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceRecords.class);

    private final SalesforceApi api;
    private final Selection selection;
    private final Patience patience;
    private GapFilter gaps = GapFilter.NONE;
    private boolean areGapsRefused;

    /**
     * Which records.
     *
     * @param runId for the log
     * @param where a condition; null for all
     * @param pageSize how many to read with one query
     * @param gaps which of them need not be read, as it is known now
     */
    record Selection(String runId, String object, String where, int pageSize, Supplier<GapFilter> gaps) {}

    /** @param patience how often what fails is tried */
    SalesforceRecords(SalesforceApi api, Selection selection, Patience patience) {
        this.api = api;
        this.selection = selection;
        this.patience = patience;
    }

    @Override
    public Ids next(String after, int most) {
        lookForGaps();
        List<String> ids = new ArrayList<>();
        String last = after;
        while (ids.size() < most) {
            int size = Math.min(selection.pageSize(), most - ids.size());
            List<String> page = page(last, size);
            ids.addAll(page);
            if (page.size() < size) {
                return new Ids(ids, true);
            }
            last = page.get(page.size() - 1);
        }
        return new Ids(ids, false);
    }

    /** Finds out which records need not be read, and says so if all of them have to be. */
    private void lookForGaps() {
        if (areGapsRefused) {
            return;
        }
        String before = gaps.hindrance();
        try {
            gaps = patience.with(
                    "Looking for what records of run " + selection.runId() + " can lack", selection.gaps());
        } catch (SalesforceCallException e) {
            if (e.isRetryable()) {
                throw e;
            }
            gaps = new GapFilter(null, selection.object() + " cannot be described: " + e.getMessage());
        }
        if (gaps.hindrance() != null && !gaps.hindrance().equals(before)) {
            LOG.info("Run {} also reads records that lack nothing: {}", selection.runId(), gaps.hindrance());
        }
    }

    private List<String> page(String after, int size) {
        return patience.with("Reading a page of run " + selection.runId(), () -> {
            try {
                return read(gaps, after, size);
            } catch (SalesforceCallException e) {
                // unexpected: a query can be longer than the client sends it
                boolean isOfTheQuery =
                        !e.isRetryable() || e.isUnexpected() || e.code().equals(SalesforceErrors.QUERY_TIMEOUT);
                if (gaps.condition() == null || !isOfTheQuery) {
                    throw e;
                }
                List<String> all = read(GapFilter.NONE, after, size);
                LOG.warn(
                        "Run {} also reads records that lack nothing from now on: Salesforce answers the query without"
                                + " them with {}",
                        selection.runId(),
                        e.code());
                areGapsRefused = true;
                gaps = GapFilter.NONE;
                return all;
            }
        });
    }

    private List<String> read(GapFilter filter, String after, int size) {
        String where = Soql.and(selection.where(), filter.condition());
        List<String> page = new ArrayList<>();
        api.query(Soql.page(selection.object(), Set.of(), where, after, size), nodes -> {
            for (JsonNode node : nodes) {
                page.add(Records.parse(selection.object(), Set.of(), node).id());
            }
        });
        return page;
    }

    @Override
    public long count(String after) {
        lookForGaps();
        long toDo = count(gaps, after);
        if (gaps.condition() != null && toDo >= 0) {
            LOG.info(
                    "Run {} has {} records to look at, of {} that are left",
                    selection.runId(),
                    toDo,
                    count(GapFilter.NONE, after));
        }
        return toDo;
    }

    private long count(GapFilter filter, String after) {
        String where = Soql.and(selection.where(), filter.condition());
        try {
            return api.query(Soql.count(selection.object(), where, after), page -> {});
        } catch (SalesforceCallException e) {
            return -1;
        }
    }
}
