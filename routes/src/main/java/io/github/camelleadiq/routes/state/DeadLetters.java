/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Events that were given up and wait for a person. */
public final class DeadLetters {
    private final Sql sql;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    DeadLetters(Sql sql, Clock clock) {
        this.sql = sql;
        this.jdbc = sql.jdbc();
        this.clock = clock;
    }

    /** The next dead letters by id after this one; 0 to begin. */
    public List<DeadLetter> list(long afterId, int limit) {
        return sql.read(
                "list dead letters",
                () -> jdbc.query(
                        "select * from leadiq_event where state = 'DEAD' and id > ? order by id limit ?",
                        (row, number) -> letter(row),
                        afterId,
                        limit));
    }

    public Optional<DeadLetter> find(long id) {
        return sql
                .read(
                        "find a dead letter",
                        () -> jdbc.query(
                                "select * from leadiq_event where state = 'DEAD' and id = ?",
                                (row, number) -> letter(row),
                                id))
                .stream()
                .findFirst();
    }

    /**
     * Puts them back into the inbox, attempts reset, to be claimed at once. The checkpoint, which has passed them, stays
     * where it is. Those of a run come as changes do: the run has counted them, and can be over.
     *
     * @return how many were dead letters
     */
    public int replay(Collection<Long> ids) {
        return sql.write(
                "replay dead letters",
                () -> jdbc.update(
                        """
                        update leadiq_event
                        set state = 'PENDING', run_id = '', attempts = 0, not_before = ?, settled_at = null, reason = null
                        where id = any (?) and state = 'DEAD'
                        """,
                        Columns.time(clock.instant()),
                        EventRows.ids(ids)));
    }

    /** Lets go of them; they are removed when the inbox is pruned. Returns how many were dead letters. */
    public int discard(Collection<Long> ids) {
        return sql.write(
                "discard dead letters",
                () -> jdbc.update(
                        """
                        update leadiq_event set state = 'DISCARDED', settled_at = ?, reason = null
                        where id = any (?) and state = 'DEAD'
                        """,
                        Columns.time(clock.instant()),
                        EventRows.ids(ids)));
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                EventRows.event(row),
                row.getString("reason"),
                row.getInt("attempts"),
                Columns.instant(row, "received_at"),
                Columns.instant(row, "settled_at"));
    }
}
