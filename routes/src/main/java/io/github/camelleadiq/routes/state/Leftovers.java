/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import io.github.camelleadiq.routes.core.ChangeEvent;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Events that did not come from a stream: records of pages that could not be finished. Another page can bring the same
 * record again, which then is as good as new, unless it waits here already. They hold no checkpoint.
 */
final class Leftovers {
    private static final String INSERT =
            """
            insert into leadiq_event (source, holds_checkpoint, dedupe_key, object_type, record_ids, kind,
                changed_fields, change_origin, changed_by, occurred_at, received_at, attempts, not_before, state,
                settled_at, reason)
            values (?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;

    Leftovers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** To be processed. Returns false if it waits or is worked on already. */
    boolean add(ChangeEvent event, Instant now) {
        if (wasThere(event, now)) {
            if (replace(event, EventState.PENDING, now, null)) {
                return true;
            }
            if (isUnfinished(event)) {
                return false;
            }
        }
        insert(event, EventState.PENDING, now, null);
        return true;
    }

    /** Given up. Returns false if it is so already, or if another page has left it here to be processed. */
    boolean addDead(ChangeEvent event, String reason, Instant now) {
        if (wasThere(event, now) && (replace(event, EventState.DEAD, now, reason) || isUnfinished(event))) {
            return false;
        }
        insert(event, EventState.DEAD, now, reason);
        return true;
    }

    /** Whether it ever was here, so that it can be; remembers that. */
    private boolean wasThere(ChangeEvent event, Instant now) {
        // as events of streams are remembered
        String key = Columns.key("e:" + event.dedupeKey());
        if (!jdbc.queryForList(
                        "select 1 from leadiq_seen where source = ? and seen_key = ?",
                        Integer.class,
                        Columns.key(event.source()),
                        key)
                .isEmpty()) {
            return true;
        }
        // should another writer be first, the transaction is repeated
        jdbc.update(
                "insert into leadiq_seen (source, seen_key, seen_at) values (?, ?, ?)",
                Columns.key(event.source()),
                key,
                Columns.time(now));
        return false;
    }

    /** Takes the place of the dead letter of an earlier page. The index leads past all that are done. */
    private boolean replace(ChangeEvent event, EventState state, Instant now, String reason) {
        return jdbc.update(
                        """
                        update leadiq_event set state = ?, attempts = 0, not_before = ?, settled_at = ?, reason = ?
                        where object_type = ? and state = 'DEAD' and source = ? and dedupe_key = ?
                        """,
                        state.name(),
                        Columns.time(now),
                        settledAt(state, now),
                        Columns.reason(reason),
                        Columns.text(event.objectType()),
                        Columns.key(event.source()),
                        Columns.text(event.dedupeKey()))
                > 0;
    }

    private boolean isUnfinished(ChangeEvent event) {
        List<Integer> found = jdbc.queryForList(
                """
                select 1 from leadiq_event
                where object_type = ? and state in ('PENDING', 'LEASED') and source = ? and dedupe_key = ? limit 1
                """,
                Integer.class,
                Columns.text(event.objectType()),
                Columns.key(event.source()),
                Columns.text(event.dedupeKey()));
        return !found.isEmpty();
    }

    private void insert(ChangeEvent event, EventState state, Instant now, String reason) {
        jdbc.update(
                INSERT,
                Columns.key(event.source()),
                Columns.text(event.dedupeKey()),
                Columns.text(event.objectType()),
                Columns.lines(event.recordIds()),
                event.kind().name(),
                Columns.lines(event.changedFields()),
                Columns.text(event.origin()),
                Columns.text(event.user()),
                Columns.time(event.occurredAt()),
                Columns.time(now),
                Columns.time(now),
                state.name(),
                settledAt(state, now),
                Columns.reason(reason));
    }

    private static Object settledAt(EventState state, Instant now) {
        return state == EventState.DEAD ? Columns.time(now) : null;
    }
}
