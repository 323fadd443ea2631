/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks for changed records where no events tell of them: by the time stamp that each change moves. */
final class MissedChanges {
    private static final int PAGE = 200;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private final Supplier<SalesforceApi> api;
    private final String object;
    private final String source;
    private final Map<String, Progress> unfinished = new ConcurrentHashMap<>();

    MissedChanges(Supplier<SalesforceApi> api, String object, String source) {
        this.api = api;
        this.object = Soql.object(object);
        this.source = source;
    }

    /**
     * Hands over what has changed since, oldest first, as gaps of one record each. Deleted records are left out. One that
     * failed goes on behind the last page that was taken.
     *
     * @param search which search it is: the same one goes on
     * @param type the object; null for the source's own
     * @param page takes up to 200 events, and returns when they are stored
     * @return how many records have changed
     */
    long since(String search, String type, Instant since, Consumer<List<ChangeEvent>> page) {
        String wanted = type == null ? object : Soql.object(type);
        Progress begun = unfinished.get(search);
        String soql = begun == null
                ? Soql.changedSince(wanted, since)
                : Soql.changedBehind(wanted, begun.stamp(), begun.id());
        api.get().query(soql, records -> {
            List<ChangeEvent> events = new ArrayList<>(records.size());
            records.forEach(record -> events.add(event(wanted, record)));
            for (int from = 0; from < events.size(); from += PAGE) {
                List<ChangeEvent> some = events.subList(from, Math.min(events.size(), from + PAGE));
                page.accept(some);
                ChangeEvent last = some.get(some.size() - 1);
                unfinished.merge(
                        search, new Progress(last.occurredAt(), last.recordIds().get(0), some.size()), Progress::and);
            }
        });
        Progress all = unfinished.remove(search);
        return all == null ? 0 : all.changed();
    }

    /** Whether a record of the source's own object was changed later than this. One request, whatever has changed. */
    boolean isAnyAfter(Instant known) {
        return api.get().query(Soql.anyChangedAfter(object, known), page -> {}) > 0;
    }

    /** The source's own object. */
    String object() {
        return object;
    }

    /** Should the search have failed, it begins anew. */
    void forget(String search) {
        unfinished.remove(search);
    }

    /** How far a search has come. */
    private record Progress(Instant stamp, String id, long changed) {
        private Progress and(Progress later) {
            return new Progress(later.stamp, later.id, changed + later.changed);
        }
    }

    private ChangeEvent event(String type, JsonNode record) {
        String id = record.path("Id").asText();
        String stamp = record.path("SystemModstamp").asText();
        return new ChangeEvent(
                source,
                null,
                // the same for the same state of the record, however often it is found
                "gap:" + id + ":" + stamp,
                type,
                List.of(id),
                ChangeKind.GAP,
                Set.of(),
                null,
                // whoever was last to write says nothing of what others have changed before
                null,
                TIME.parse(stamp, Instant::from));
    }
}
