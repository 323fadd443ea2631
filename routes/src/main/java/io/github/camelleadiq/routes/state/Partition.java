/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Settles events record by record. An event whose records all come to the same stays one; of another, those that come to
 * something else become an event of their own, so that a window of thousands does not come again for the sake of one.
 */
final class Partition {
    /** Arguments: what to add to the key, the records, now, what becomes of them (five), the event's id. */
    private static final String PART =
            """
            insert into leadiq_event (source, event_position, before_position, holds_checkpoint, dedupe_key, object_type,
                record_ids, kind, changed_fields, change_origin, changed_by, occurred_at, received_at, run_id,
                state, attempts, not_before, fails_alone, settled_at, reason)
            select source, event_position, before_position, false, dedupe_key || cast(? as varchar), object_type,
                cast(? as varchar), kind, changed_fields, change_origin, changed_by, occurred_at,
                cast(? as timestamp(6) with time zone), run_id,
                cast(? as varchar), attempts - cast(? as integer), cast(? as timestamp(6) with time zone),
                fails_alone or cast(? as boolean), cast(? as timestamp(6) with time zone), cast(? as varchar)
            from leadiq_event where id = ?
            """;

    private final JdbcTemplate jdbc;
    private final String owner;
    private final Instant now;
    private final Map<Settlement, List<Long>> whole = new LinkedHashMap<>();

    Partition(JdbcTemplate jdbc, String owner, Instant now) {
        this.jdbc = jdbc;
        this.owner = owner;
        this.now = now;
    }

    private record Claimed(long id, List<String> recordIds, boolean isOfRun) {}

    /** Returns which of the events were still the owner's. Runs inside a transaction. */
    Set<Long> settle(Collection<Long> ids, Map<String, Settlement> byRecord) {
        List<Claimed> events = jdbc.query(
                """
                select id, record_ids, run_id from leadiq_event
                where id = any (?) and state = 'LEASED' and lease_owner = ? for update
                """,
                (row, number) -> new Claimed(
                        row.getLong("id"),
                        Columns.fromLines(row.getString("record_ids")),
                        !row.getString("run_id").isEmpty()),
                EventRows.ids(ids),
                owner);
        events.forEach(event -> settle(event, byRecord));
        whole.forEach(this::all);
        return events.stream().map(Claimed::id).collect(Collectors.toSet());
    }

    private void settle(Claimed event, Map<String, Settlement> byRecord) {
        List<String> open = new ArrayList<>();
        Map<Settlement, List<String>> parts = new LinkedHashMap<>();
        for (String recordId : event.recordIds()) {
            Settlement settlement = byRecord.get(recordId);
            if (settlement == null) {
                open.add(recordId);
            } else {
                parts.computeIfAbsent(settlement, none -> new ArrayList<>()).add(recordId);
            }
        }
        if (parts.isEmpty()) {
            return;
        }
        // the row stays with what is still worked on, or else with what is done
        Settlement rest = open.isEmpty()
                ? (parts.containsKey(Settlement.DONE)
                        ? Settlement.DONE
                        : parts.keySet().iterator().next())
                : null;
        List<String> staying = rest == null ? open : parts.remove(rest);
        if (!parts.isEmpty()) {
            parts.forEach((settlement, recordIds) -> part(event, settlement, recordIds));
            jdbc.update("update leadiq_event set record_ids = ? where id = ?", Columns.lines(staying), event.id());
        }
        if (rest != null) {
            whole.computeIfAbsent(isOver(event, rest) ? null : rest, none -> new ArrayList<>())
                    .add(event.id());
        }
    }

    /** Of a run that is counted; of a change it is still to be told that it came. */
    private static boolean isOver(Claimed event, Settlement settlement) {
        return event.isOfRun() && settlement instanceof Settlement.Done;
    }

    private void part(Claimed event, Settlement settlement, List<String> recordIds) {
        if (isOver(event, settlement)) {
            return;
        }
        Settlement.Later later = settlement instanceof Settlement.Later waiting ? waiting : null;
        jdbc.update(
                PART,
                ":" + recordIds.get(0),
                Columns.lines(recordIds),
                Columns.time(now),
                state(settlement).name(),
                later != null && !later.attemptCounts() ? 1 : 0,
                Columns.time(later == null ? now : later.notBefore()),
                later != null && later.alone(),
                later == null ? Columns.time(now) : null,
                Columns.reason(reason(settlement)),
                event.id());
    }

    private void all(Settlement settlement, List<Long> ids) {
        if (settlement == null) {
            jdbc.update("delete from leadiq_event where id = any (?)", (Object) EventRows.ids(ids));
            return;
        }
        Settlement.Later later = settlement instanceof Settlement.Later waiting ? waiting : null;
        jdbc.update(
                """
                update leadiq_event set state = ?, attempts = attempts - ?, not_before = coalesce(?, not_before),
                    timed_at = ?, fails_alone = fails_alone or ?, settled_at = ?, reason = ?,
                    holds_checkpoint = holds_checkpoint and ?, lease_owner = null, lease_until = null
                where id = any (?)
                """,
                state(settlement).name(),
                later != null && !later.attemptCounts() ? 1 : 0,
                later == null ? null : Columns.time(later.notBefore()),
                Columns.time(now),
                later != null && later.alone(),
                later == null ? Columns.time(now) : null,
                Columns.reason(reason(settlement)),
                later != null,
                EventRows.ids(ids));
    }

    private static EventState state(Settlement settlement) {
        if (settlement instanceof Settlement.Later) {
            return EventState.PENDING;
        }
        return settlement instanceof Settlement.Dead ? EventState.DEAD : EventState.DONE;
    }

    private static String reason(Settlement settlement) {
        if (settlement instanceof Settlement.Later later) {
            return later.reason();
        }
        return settlement instanceof Settlement.Dead dead ? dead.reason() : null;
    }
}
