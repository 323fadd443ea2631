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
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks for changed records where no events tell of them: by the time stamp that each change moves. */
final class CatchUp {
    private static final int PAGE = 200;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private final Supplier<SalesforceApi> api;
    private final String object;
    private final String source;

    /**
     * What was found.
     *
     * @param changed how many records
     * @param last when the last of them was changed; null if there are none
     */
    record Found(long changed, Instant last) {}

    CatchUp(Supplier<SalesforceApi> api, String object, String source) {
        this.api = api;
        this.object = Soql.object(object);
        this.source = source;
    }

    /**
     * Hands over what has changed since, oldest first, as gaps of one record each. Deleted records are left out.
     *
     * @param page takes up to 200 events, and returns when they are stored
     */
    Found since(Instant since, Consumer<List<ChangeEvent>> page) {
        Instant[] last = new Instant[1];
        long changed = api.get().query(Soql.changedSince(object, since), records -> {
            List<ChangeEvent> events = new ArrayList<>(records.size());
            records.forEach(record -> events.add(event(record)));
            for (int from = 0; from < events.size(); from += PAGE) {
                page.accept(events.subList(from, Math.min(events.size(), from + PAGE)));
            }
            last[0] = events.get(events.size() - 1).occurredAt();
        });
        return new Found(changed, last[0]);
    }

    private ChangeEvent event(JsonNode record) {
        String id = record.path("Id").asText();
        String stamp = record.path("SystemModstamp").asText();
        String user = record.path("LastModifiedById").asText("");
        return new ChangeEvent(
                source,
                null,
                // the same for the same state of the record, however often it is found
                "gap:" + id + ":" + stamp,
                object,
                List.of(id),
                ChangeKind.GAP,
                Set.of(),
                null,
                user.isEmpty() ? null : user,
                TIME.parse(stamp, Instant::from));
    }
}
