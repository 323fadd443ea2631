/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import io.github.camelleadiq.routes.core.RecordId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was done, why, from what and at what cost: for reports, for rollback, and to answer the people concerned. */
public final class EnrichmentLog {
    private static final int PAGE = 1_000;
    /** How long it can take until a write that was cut off is settled: longer than any outage that is waited for. */
    private static final Duration UNSETTLED = Duration.ofDays(3);

    /**
     * The entries of many records. A join, because H2 looks each record up in the index then; by {@code record_id = any (?)}
     * it reads the entries of all records of the object. An outer one, because H2 is free to begin with the log otherwise,
     * does so while the log is short, and keeps to it when the log is long.
     */
    private static final String OF_RECORDS =
            """
            from unnest(cast(? as varchar array)) as wanted(record_id)
            left join leadiq_log entry on entry.object_type = ? and entry.record_id = wanted.record_id
            """;

    static final String LAST_ENRICHED = "select entry.record_id, max(entry.logged_at) as enriched_at " + OF_RECORDS
            + """
                    where entry.field_name is null
                        and entry.outcome in ('WRITTEN', 'NOT_FOUND', 'AMBIGUOUS', 'JOB_CHANGED', 'NOTHING_TO_GAIN')
                    group by entry.record_id
                    """;
    static final String PAID = "select distinct entry.record_id " + OF_RECORDS
            + "where entry.correlation_id = ? and entry.outcome <> 'INTENDED' and entry.credits <> 0";

    static final String INTENDED =
            "select entry.* " + OF_RECORDS + "where entry.outcome = 'INTENDED' order by entry.id";

    /** From an id on, or each portion would look again at all entries that have no values any more. */
    static final String WITH_VALUES =
            """
            select id from leadiq_log
            where id > ? and logged_at < ? and (outcome <> 'INTENDED' or logged_at < ?)
                and coalesce(old_value, new_value, old_hash, new_hash, reason) is not null
            order by id limit ?
            """;

    private static final String FORGET_VALUES =
            """
            update leadiq_log
            set old_value = null, new_value = null, old_hash = null, new_hash = null, reason = null
            where id = any (?)
            """;

    private final Sql sql;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final boolean storeValues;
    private final Spent spent;

    EnrichmentLog(Sql sql, Clock clock, boolean storeValues) {
        this.sql = sql;
        this.jdbc = sql.jdbc();
        this.clock = clock;
        this.storeValues = storeValues;
        this.spent = new Spent(jdbc);
    }

    /**
     * The same log, with values kept or not.
     *
     * @param keep true, the default, to keep old and new values, which a rollback needs; false to keep fingerprints only
     */
    public EnrichmentLog storeValues(boolean keep) {
        return new EnrichmentLog(sql, clock, keep);
    }

    /** Appends entries, all or none. */
    public void append(List<LogEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<Object[]> rows = entries.stream()
                .map(entry -> LogRows.values(entry, storeValues))
                .toList();
        Map<String, BigDecimal> credits = new TreeMap<>();
        entries.forEach(entry -> credits.merge(entry.runId(), Columns.credits(entry.credits()), BigDecimal::add));
        sql.write("write the enrichment log", () -> {
            credits.forEach(spent::add);
            return jdbc.batchUpdate(LogRows.INSERT, rows);
        });
    }

    /** All entries of a run in order of writing, read page by page as the stream is consumed; nothing has to be closed. */
    public Stream<LoggedEntry> ofRun(String runId) {
        return pages(after -> query("run_id = ? and id > ? order by run_id, id limit ?", runId, after, PAGE));
    }

    /** All entries of a record, whose id can be in any form that {@link RecordId} knows, in order of writing. */
    public List<LoggedEntry> ofRecord(String objectType, String recordId) {
        return query("object_type = ? and record_id = ? order by id", objectType, RecordId.of(recordId));
    }

    /** All entries written to the log since then, in order of writing, read page by page as the stream is consumed. */
    public Stream<LoggedEntry> since(Instant from) {
        return pages(after -> query("logged_at >= ? and id > ? order by id limit ?", Columns.time(from), after, PAGE));
    }

    /**
     * When each of these records was last looked up to the end: filled, or with the answer that there is nothing to fill.
     *
     * @return without records that never were
     */
    public Map<String, Instant> lastEnriched(String objectType, Collection<String> recordIds) {
        Map<String, Instant> last = new HashMap<>();
        sql.read("look for earlier enrichments", () -> {
            jdbc.query(
                    LAST_ENRICHED,
                    row -> {
                        last.put(row.getString("record_id"), Columns.instant(row, "enriched_at"));
                    },
                    recordIds.toArray(String[]::new),
                    objectType);
            return null;
        });
        return last;
    }

    /** What was about to be written to these records and is not settled, in order of writing. */
    public List<LoggedEntry> intended(String objectType, Collection<String> recordIds) {
        return sql.read(
                "look for unsettled writes",
                () -> jdbc.query(
                        INTENDED,
                        (row, number) -> LogRows.logged(row),
                        Set.copyOf(recordIds).toArray(String[]::new),
                        objectType));
    }

    /** Which of these records have credits of a batch in entries that are settled. */
    public Set<String> paid(String objectType, Collection<String> recordIds, String correlationId) {
        return recordIds.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.read(
                        "look for settled credits",
                        () -> jdbc.queryForList(
                                PAID,
                                String.class,
                                Set.copyOf(recordIds).toArray(String[]::new),
                                objectType,
                                correlationId)));
    }

    /** Says what intentions came to; values and fingerprints stay as they are. */
    public void settle(Collection<LoggedEntry> intended, Outcome outcome) {
        if (!intended.isEmpty()) {
            sql.write(
                    "settle writes",
                    () -> jdbc.update(
                            "update leadiq_log set outcome = ? where outcome = 'INTENDED' and id = any (?)",
                            outcome.name(),
                            ids(intended)));
        }
    }

    /** Removes intentions that came to nothing, or to something that has entries of its own. */
    public void drop(Collection<LoggedEntry> intended) {
        if (!intended.isEmpty()) {
            Long[] ids = ids(intended);
            sql.write("drop unsettled writes", () -> {
                spent.subtractIntended(ids);
                return jdbc.update("delete from leadiq_log where outcome = 'INTENDED' and id = any (?)", (Object) ids);
            });
        }
    }

    private static Long[] ids(Collection<LoggedEntry> entries) {
        return EventRows.ids(entries.stream().map(LoggedEntry::id).toList());
    }

    /** Sum of the credits of a run, those of entries that were forgotten included. Costs one look-up in an index. */
    public BigDecimal credits(String runId) {
        return sql.read("sum up credits", () -> spent.of(runId));
    }

    /** How many entries of a run have each outcome; outcomes without any are left out. */
    public Map<Outcome, Long> outcomes(String runId) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        sql.read("count outcomes", () -> {
            jdbc.query(
                    "select outcome, count(*) as entries from leadiq_log where run_id = ? group by outcome",
                    row -> {
                        outcomes.put(Outcome.valueOf(row.getString("outcome")), row.getLong("entries"));
                    },
                    runId);
            return null;
        });
        return outcomes;
    }

    /**
     * Removes all values of a record, their fingerprints and the reasons, and leaves the fact that something was done.
     *
     * @return how many entries the record has
     */
    public int erase(String objectType, String recordId) {
        return sql.write(
                "erase a record's values",
                () -> jdbc.update(
                        """
                        update leadiq_log
                        set old_value = null, new_value = null, old_hash = null, new_hash = null, reason = null
                        where object_type = ? and record_id = ?
                        """,
                        objectType,
                        recordId));
    }

    /** Removes entries older than this, and returns how many that were. */
    public int forget(Duration olderThan) {
        return new Portions(sql)
                .remove(
                        "forget log entries",
                        "select id from leadiq_log where logged_at < ? limit ?",
                        "delete from leadiq_log where id = ?",
                        clock.instant().minus(olderThan));
    }

    /**
     * Removes values, fingerprints and reasons of entries older than this, as {@link #erase} does for a record: nothing
     * of them can be rolled back any more. Writes that are not settled keep theirs for three days at least: by them it is
     * found out what has arrived of a write that was cut off, and a record that never comes again does not keep them for
     * ever. Returns how many entries had any.
     */
    public int forgetValues(Duration olderThan) {
        Instant now = clock.instant();
        Instant before = now.minus(olderThan);
        Instant intendedBefore = now.minus(olderThan.compareTo(UNSETTLED) > 0 ? olderThan : UNSETTLED);
        int all = 0;
        long after = 0;
        while (true) {
            long last = after;
            List<Long> portion = sql.read(
                    "look for logged values",
                    () -> jdbc.queryForList(
                            WITH_VALUES,
                            Long.class,
                            last,
                            Columns.time(before),
                            Columns.time(intendedBefore),
                            Portions.PORTION));
            if (portion.isEmpty()) {
                return all;
            }
            all += sql.write("forget logged values", () -> jdbc.update(FORGET_VALUES, (Object) EventRows.ids(portion)));
            after = portion.get(portion.size() - 1);
        }
    }

    private List<LoggedEntry> query(String condition, Object... arguments) {
        return sql.read(
                "read the enrichment log",
                () -> jdbc.query(
                        "select * from leadiq_log where " + condition,
                        (row, number) -> LogRows.logged(row),
                        arguments));
    }

    private static Stream<LoggedEntry> pages(LongFunction<List<LoggedEntry>> pageAfter) {
        return Stream.iterate(pageAfter.apply(0), page -> !page.isEmpty(), page -> {
                    // a page that is not full is the last
                    return page.size() < PAGE
                            ? List.<LoggedEntry>of()
                            : pageAfter.apply(page.get(page.size() - 1).id());
                })
                .flatMap(List::stream);
    }
}
