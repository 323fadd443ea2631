/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import io.github.camelleadiq.routes.core.ValueHash;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Log entries as rows. */
final class LogRows {
    static final String INSERT =
            """
            insert into leadiq_log (run_id, correlation_id, object_type, record_id, field_name, old_value, new_value,
                old_hash, new_hash, value_source, value_status, confidence, credits, outcome, reason, logged_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private LogRows() {}

    /** The arguments of {@link #INSERT}. */
    static Object[] values(LogEntry entry, boolean storeValues) {
        return new Object[] {
            entry.runId(),
            Columns.text(entry.correlationId()),
            entry.objectType(),
            entry.recordId(),
            entry.field(),
            storeValues ? Columns.text(entry.oldValue()) : null,
            storeValues ? Columns.text(entry.newValue()) : null,
            hash(entry, entry.oldValue()),
            hash(entry, entry.newValue()),
            Columns.text(entry.source()),
            Columns.text(entry.status()),
            entry.confidence(),
            Columns.credits(entry.credits()),
            entry.outcome().name(),
            Columns.reason(entry.reason()),
            Columns.time(entry.at())
        };
    }

    private static String hash(LogEntry entry, String value) {
        return entry.field() == null ? null : ValueHash.of(entry.objectType(), entry.recordId(), entry.field(), value);
    }

    static LoggedEntry logged(ResultSet row) throws SQLException {
        LogEntry entry = new LogEntry(
                row.getString("run_id"),
                row.getString("correlation_id"),
                row.getString("object_type"),
                row.getString("record_id"),
                row.getString("field_name"),
                row.getString("old_value"),
                row.getString("new_value"),
                row.getString("value_source"),
                row.getString("value_status"),
                row.getObject("confidence", Double.class),
                Columns.credits(row, "credits"),
                Outcome.valueOf(row.getString("outcome")),
                Columns.instant(row, "logged_at"),
                row.getString("reason"));
        return new LoggedEntry(row.getLong("id"), entry, row.getString("old_hash"), row.getString("new_hash"));
    }
}
