/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import io.github.camelleadiq.routes.core.ChangeEvent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;

/** Backfills and refreshes, which begin where they stopped. */
public final class Runs {
    private final Sql sql;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Runs(Sql sql, Clock clock) {
        this.sql = sql;
        this.jdbc = sql.jdbc();
        this.clock = clock;
    }

    /** As {@link #startOrResume(String, String, String, BigDecimal)}, without a cap. */
    public Run startOrResume(String id, String objectType, String whereClause) {
        return startOrResume(id, objectType, whereClause, null);
    }

    /**
     * Begins a run, or goes on with the one of this id that did not come to its end. One that did is returned as it is.
     *
     * @param whereClause which records; null for all
     * @param creditCap what the run may cost in all, from now on; null for no limit
     * @throws StateException if the run of this id is about another object or other records
     */
    public Run startOrResume(String id, String objectType, String whereClause, BigDecimal creditCap) {
        return sql.write("start a run", () -> {
            jdbc.update(
                    """
                    insert into leadiq_run (id, object_type, where_clause, state, records_read, planned, looked_up,
                        written, refused, failed, credits, started_at, updated_at)
                    select ?, ?, ?, 'RUNNING', 0, 0, 0, 0, 0, 0, 0, ?, ?
                    where not exists (select 1 from leadiq_run where id = ?)
                    """,
                    id,
                    objectType,
                    whereClause,
                    Columns.time(clock.instant()),
                    Columns.time(clock.instant()),
                    id);
            Run run = get(id);
            if (!run.objectType().equals(objectType) || !Objects.equals(run.whereClause(), whereClause)) {
                throw new StateException("Run " + id + " exists, for other records of " + run.objectType()
                        + ": choose another id, or the same object and where clause");
            }
            if (run.state() == RunState.DONE) {
                return run;
            }
            jdbc.update(
                    "update leadiq_run set credit_cap = ? where id = ?",
                    creditCap == null ? null : Columns.credits(creditCap),
                    id);
            return move(id, RunState.RUNNING);
        });
    }

    /**
     * Puts the next records of a run into the inbox, and moves its cursor behind them, both or neither. Can be repeated
     * without harm: if the cursor has moved since, nothing is added.
     *
     * @param known the run as the caller knows it
     * @param cursor the id of the last of the records
     * @return the run as it is now; empty, and nothing is changed, if it is not the owner's any more
     */
    public Optional<Run> offer(Run known, String owner, String cursor, List<String> recordIds) {
        return ofOwner("store records of a run", known.id(), owner, now -> {
            if (!Objects.equals(now.cursor(), known.cursor())) {
                return now;
            }
            Instant at = clock.instant();
            ChangeEvent due = ChangeEvent.due(known.id(), known.objectType(), recordIds, at);
            jdbc.update(EventRows.INSERT_DUE, EventRows.due(due, known.id(), at));
            jdbc.update(
                    "update leadiq_run set cursor_id = ?, updated_at = ? where id = ?",
                    cursor,
                    Columns.time(at),
                    known.id());
            return get(known.id());
        });
    }

    /** Whether records of the run wait in the inbox that no worker has begun with. */
    public boolean isAhead(Run run) {
        return exists(run, "state = 'PENDING' and attempts = 0");
    }

    /** Whether nothing of the run waits in the inbox or is worked on. */
    public boolean isSettled(Run run) {
        return !exists(run, "state in ('PENDING', 'LEASED')");
    }

    private boolean exists(Run run, String condition) {
        return !sql.read(
                        "look for records of a run",
                        () -> jdbc.queryForList(
                                "select 1 from leadiq_event where object_type = ? and run_id = ? and " + condition
                                        + " limit 1",
                                Integer.class,
                                run.objectType(),
                                run.id()))
                .isEmpty();
    }

    /**
     * Counts records that are settled. What the run has cost is what the log says of it.
     *
     * @param delta records since the last call
     * @return the run as it is now
     * @throws StateException if there is no such run
     */
    public Run count(String id, RunCounts delta) {
        return sql.write("count records of a run", () -> {
            jdbc.update(
                    """
                    update leadiq_run set records_read = records_read + ?, planned = planned + ?,
                        looked_up = looked_up + ?, written = written + ?, refused = refused + ?, failed = failed + ?,
                        credits = coalesce((select s.credits from leadiq_spent s where s.run_id = ?), 0), updated_at = ?
                    where id = ?
                    """,
                    delta.read(),
                    delta.planned(),
                    delta.lookedUp(),
                    delta.written(),
                    delta.refused(),
                    delta.failed(),
                    id,
                    Columns.time(clock.instant()),
                    id);
            return get(id);
        });
    }

    /** Pauses a run, unless it is not {@link RunState#RUNNING} any more. */
    public void pause(String id) {
        sql.write(
                "pause a run",
                () -> jdbc.update(
                        "update leadiq_run set state = 'PAUSED', updated_at = ? where id = ? and state = 'RUNNING'",
                        Columns.time(clock.instant()),
                        id));
    }

    /** Begins a run again that has come to its end, for other records. */
    public Run reopen(String id) {
        return sql.write("reopen a run", () -> {
            jdbc.update("update leadiq_run set cursor_id = null where id = ? and state = 'DONE'", id);
            return move(id, RunState.RUNNING);
        });
    }

    /**
     * Changes the state of a run by whoever holds it, unless it is not {@link RunState#RUNNING} any more: what a user
     * else has said stands.
     *
     * @return the run as it is now; empty, and nothing is changed, if it is not the owner's any more
     */
    public Optional<Run> end(String id, String owner, RunState state) {
        return ofOwner("end a run", id, owner, now -> now.state() == RunState.RUNNING ? move(id, state) : now);
    }

    private Optional<Run> ofOwner(String doing, String id, String owner, UnaryOperator<Run> change) {
        return sql.write(doing, () -> {
            boolean isOwn = !jdbc.queryForList(
                            "select 1 from leadiq_run where id = ? and lease_owner = ? for update",
                            Integer.class,
                            id,
                            owner)
                    .isEmpty();
            return isOwn ? Optional.of(change.apply(get(id))) : Optional.empty();
        });
    }

    /**
     * Takes a run for oneself, or keeps it: so that several nodes with the same routes do not all do the same work. The
     * lease ends by itself when its owner is gone.
     *
     * @param owner unique among all that could work on it
     * @return false if it is another worker's
     */
    public boolean hold(String id, String owner, Duration lease) {
        Instant now = clock.instant();
        return sql.write(
                "hold a run",
                () -> jdbc.update(
                                """
                                update leadiq_run set lease_owner = ?, lease_until = ?, held_at = ?
                                where id = ? and (lease_owner is null or lease_owner = ? or lease_until <= ?
                                    or held_at > ?)
                                """,
                                owner,
                                Columns.time(now.plus(lease)),
                                Columns.time(now),
                                id,
                                owner,
                                Columns.time(now),
                                InboxLeases.ahead(now))
                        == 1);
    }

    /** Gives a run back that one holds. */
    public void release(String id, String owner) {
        sql.write(
                "release a run",
                () -> jdbc.update(
                        "update leadiq_run set lease_owner = null, lease_until = null where id = ? and lease_owner = ?",
                        id,
                        owner));
    }

    /**
     * Changes the state, such as to {@link RunState#PAUSED} or {@link RunState#DONE}.
     *
     * @throws StateException if there is no such run
     */
    public Run move(String id, RunState state) {
        return sql.write("change a run's state", () -> {
            jdbc.update(
                    "update leadiq_run set state = ?, updated_at = ? where id = ?",
                    state.name(),
                    Columns.time(clock.instant()),
                    id);
            return get(id);
        });
    }

    public Optional<Run> find(String id) {
        return sql
                .read(
                        "find a run",
                        () -> jdbc.query("select * from leadiq_run where id = ?", (row, number) -> run(row), id))
                .stream()
                .findFirst();
    }

    /** All runs, the last first. */
    public List<Run> list() {
        return sql.read(
                "list runs",
                () -> jdbc.query("select * from leadiq_run order by started_at desc, id", (row, number) -> run(row)));
    }

    private Run get(String id) {
        return find(id).orElseThrow(() -> new StateException("There is no run " + id));
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("id"),
                row.getString("object_type"),
                row.getString("where_clause"),
                row.getString("cursor_id"),
                new RunCounts(
                        row.getLong("records_read"),
                        row.getLong("planned"),
                        row.getLong("looked_up"),
                        row.getLong("written"),
                        row.getLong("refused"),
                        row.getLong("failed")),
                Columns.credits(row, "credits"),
                row.getBigDecimal("credit_cap"),
                RunState.valueOf(row.getString("state")),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "updated_at"));
    }
}
