/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

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

/** Backfills and refreshes, which begin where they stopped. A credit cap is the caller's to check, in what {@link #advance} returns. */
public final class Runs {
    private final Sql sql;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Runs(Sql sql, Clock clock) {
        this.sql = sql;
        this.jdbc = sql.jdbc();
        this.clock = clock;
    }

    /**
     * Begins a run, or goes on with the one of this id that did not come to its end. One that did is returned as it is.
     *
     * @param whereClause which records; null for all
     * @throws StateException if the run of this id is about another object or other records
     */
    public Run startOrResume(String id, String objectType, String whereClause) {
        return sql.write("start a run", () -> {
            int started = jdbc.update(
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
            return started == 1 || run.state() == RunState.DONE ? run : move(id, RunState.RUNNING);
        });
    }

    /**
     * Notes progress, all of it or nothing.
     *
     * @param cursor the id of the last record that is settled; null to leave it where it is
     * @param delta records since the last call
     * @param credits spent since the last call
     * @return the run as it is now
     * @throws StateException if there is no such run
     */
    public Run advance(String id, String cursor, RunCounts delta, BigDecimal credits) {
        return sql.write("advance a run", () -> {
            jdbc.update(
                    """
                    update leadiq_run set cursor_id = coalesce(?, cursor_id), records_read = records_read + ?,
                        planned = planned + ?, looked_up = looked_up + ?, written = written + ?, refused = refused + ?,
                        failed = failed + ?, credits = credits + ?, updated_at = ?
                    where id = ?
                    """,
                    cursor,
                    delta.read(),
                    delta.planned(),
                    delta.lookedUp(),
                    delta.written(),
                    delta.refused(),
                    delta.failed(),
                    Columns.credits(credits),
                    Columns.time(clock.instant()),
                    id);
            return get(id);
        });
    }

    /**
     * Notes progress of whoever holds the run, as {@link #advance(String, String, RunCounts, BigDecimal)} does. Can be
     * repeated without harm: if the cursor has moved since, nothing is added.
     *
     * @param known the run as the caller knows it
     * @param cursor the id of the last record that is settled
     * @return the run as it is now; empty, and nothing is changed, if it is not the owner's any more
     */
    public Optional<Run> advance(Run known, String owner, String cursor, RunCounts delta, BigDecimal credits) {
        return ofOwner("advance a run", known.id(), owner, now -> {
            boolean isNew = Objects.equals(now.cursor(), known.cursor());
            return isNew ? advance(known.id(), cursor, delta, credits) : now;
        });
    }

    /**
     * Notes what whoever holds the run has spent for it in all, if that is more than was known. Can be repeated.
     *
     * @return the run as it is now; empty, and nothing is changed, if it is not the owner's any more
     */
    public Optional<Run> spent(String id, String owner, BigDecimal credits) {
        return ofOwner("count a run's credits", id, owner, now -> {
            BigDecimal more = credits.subtract(now.credits());
            return more.signum() > 0 ? advance(id, null, RunCounts.NONE, more) : now;
        });
    }

    /**
     * Changes the state of a run by whoever holds it, unless it is not {@link RunState#RUNNING} any more: what somebody
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
     * @return false if it is somebody else's
     */
    public boolean hold(String id, String owner, Duration lease) {
        Instant now = clock.instant();
        return sql.write(
                "hold a run",
                () -> jdbc.update(
                                """
                                update leadiq_run set lease_owner = ?, lease_until = ?
                                where id = ? and (lease_owner is null or lease_owner = ? or lease_until <= ?)
                                """,
                                owner,
                                Columns.time(now.plus(lease)),
                                id,
                                owner,
                                Columns.time(now))
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
                RunState.valueOf(row.getString("state")),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "updated_at"));
    }
}
