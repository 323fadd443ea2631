/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Events as rows. */
final class EventRows {
    static final String INSERT =
            """
            insert into leadiq_event (source, event_position, before_position, holds_checkpoint, dedupe_key, object_type,
                record_ids, kind, changed_fields, change_origin, changed_by, occurred_at, received_at, state, attempts,
                not_before)
            values (?, ?, ?, true, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, ?)
            """;

    /** A part of a run: records that are due. Arguments: {@link #due}. */
    static final String INSERT_DUE =
            """
            insert into leadiq_event (source, holds_checkpoint, dedupe_key, object_type, record_ids, kind, changed_fields,
                occurred_at, received_at, state, attempts, not_before, run_id)
            values (?, false, ?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, ?, ?)
            """;

    private EventRows() {}

    /** The arguments of {@link #INSERT}. */
    static Object[] values(ChangeEvent event, String beforePosition, Instant now) {
        return new Object[] {
            Columns.key(event.source()),
            Columns.text(event.position()),
            beforePosition,
            Columns.text(event.dedupeKey()),
            Columns.text(event.objectType()),
            Columns.lines(event.recordIds()),
            event.kind().name(),
            Columns.lines(event.changedFields()),
            Columns.text(event.origin()),
            Columns.text(event.user()),
            Columns.time(event.occurredAt()),
            Columns.time(now),
            Columns.time(now)
        };
    }

    /** The arguments of {@link #INSERT_DUE}. */
    static Object[] due(ChangeEvent event, String runId, Instant now) {
        return new Object[] {
            Columns.key(event.source()),
            Columns.text(event.dedupeKey()),
            Columns.text(event.objectType()),
            Columns.lines(event.recordIds()),
            event.kind().name(),
            Columns.lines(event.changedFields()),
            Columns.time(event.occurredAt()),
            Columns.time(now),
            Columns.time(now),
            runId
        };
    }

    static ChangeEvent event(ResultSet row) throws SQLException {
        return new ChangeEvent(
                row.getString("source"),
                row.getString("event_position"),
                row.getString("dedupe_key"),
                row.getString("object_type"),
                Columns.fromLines(row.getString("record_ids")),
                ChangeKind.valueOf(row.getString("kind")),
                Set.copyOf(Columns.fromLines(row.getString("changed_fields"))),
                row.getString("change_origin"),
                row.getString("changed_by"),
                Columns.instant(row, "occurred_at"));
    }

    static StoredEvent stored(ResultSet row) throws SQLException {
        String runId = row.getString("run_id");
        return new StoredEvent(
                row.getLong("id"),
                event(row),
                runId.isEmpty() ? null : runId,
                row.getInt("attempts"),
                row.getBoolean("fails_alone"),
                Columns.instant(row, "received_at"),
                row.getString("reason"));
    }

    /** For {@code id = any (?)}, which both databases know; in one order, so that two statements cannot lock each other. */
    static Long[] ids(Collection<Long> ids) {
        return ids.stream().sorted().distinct().toArray(Long[]::new);
    }
}
