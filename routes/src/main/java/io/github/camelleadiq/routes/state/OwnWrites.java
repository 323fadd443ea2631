/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What we wrote to the CRM ourselves, as fingerprints: to recognise our own changes when they come back as events, and to
 * tell before a rollback whether a value is still ours.
 */
public final class OwnWrites {
    private static final Comparator<OwnWrite> ONE_ORDER = Comparator.comparing(OwnWrite::objectType)
            .thenComparing(OwnWrite::recordId)
            .thenComparing(OwnWrite::field)
            .thenComparing(OwnWrite::valueHash);

    private final Sql sql;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    OwnWrites(Sql sql, Clock clock) {
        this.sql = sql;
        this.jdbc = sql.jdbc();
        this.clock = clock;
    }

    /**
     * Remembers what is about to be written. On disk when this returns: call it before the write, so that no event of ours
     * can come back unknown. A write that then fails leaves an entry that does no harm.
     */
    public void intend(List<OwnWrite> writes, Instant writtenAt) {
        if (writes.isEmpty()) {
            return;
        }
        // in one order, so that two writers cannot wait for each other
        List<OwnWrite> sorted = writes.stream().distinct().sorted(ONE_ORDER).toList();
        sql.write("remember own writes", () -> {
            int[] updated = jdbc.batchUpdate(
                    """
                    update leadiq_own_write set written_at = ?
                    where object_type = ? and record_id = ? and field_name = ? and value_hash = ?
                    """,
                    arguments(sorted, writtenAt));
            List<OwnWrite> unknown = new ArrayList<>();
            for (int i = 0; i < updated.length; i++) {
                if (updated[i] == 0) {
                    unknown.add(sorted.get(i));
                }
            }
            jdbc.batchUpdate(
                    """
                    insert into leadiq_own_write (written_at, object_type, record_id, field_name, value_hash)
                    values (?, ?, ?, ?, ?)
                    """,
                    arguments(unknown, writtenAt));
            return null;
        });
    }

    private static List<Object[]> arguments(List<OwnWrite> writes, Instant writtenAt) {
        return writes.stream()
                .map(write -> new Object[] {
                    Columns.time(writtenAt), write.objectType(), write.recordId(), write.field(), write.valueHash()
                })
                .toList();
    }

    /**
     * Whether each of these fields has a value that we wrote, not necessarily the last: events come late.
     *
     * @param now fingerprints of the changed fields' values; if empty nothing is known, and the answer is false
     */
    public boolean isOurs(String objectType, String recordId, Map<String, String> now) {
        if (now.isEmpty()) {
            return false;
        }
        Map<String, Set<String>> ours = new HashMap<>();
        all(objectType, recordId).forEach(write -> ours.computeIfAbsent(write.field(), field -> new HashSet<>())
                .add(write.valueHash()));
        return now.entrySet().stream()
                .allMatch(field -> ours.getOrDefault(field.getKey(), Set.of()).contains(field.getValue()));
    }

    /** The last value that we wrote to each field of the record; empty if none or forgotten. */
    public List<OwnWrite> last(String objectType, String recordId) {
        Map<String, OwnWrite> last = new HashMap<>();
        all(objectType, recordId).forEach(write -> last.put(write.field(), write));
        return last.values().stream().sorted(ONE_ORDER).toList();
    }

    /** Oldest first. */
    private List<OwnWrite> all(String objectType, String recordId) {
        return sql.read(
                "read own writes",
                () -> jdbc.query(
                        """
                        select field_name, value_hash from leadiq_own_write
                        where object_type = ? and record_id = ? order by written_at
                        """,
                        (row, number) -> new OwnWrite(
                                objectType, recordId, row.getString("field_name"), row.getString("value_hash")),
                        objectType,
                        recordId));
    }

    /** Removes what was written longer ago than this, and returns how many entries that were. */
    public int forget(Duration olderThan) {
        return new Portions(sql)
                .remove(
                        "forget own writes",
                        """
                        select object_type, record_id, field_name, value_hash, written_at from leadiq_own_write
                        where written_at < ? limit ?
                        """,
                        // not what was written again meanwhile
                        """
                        delete from leadiq_own_write
                        where object_type = ? and record_id = ? and field_name = ? and value_hash = ? and written_at = ?
                        """,
                        clock.instant().minus(olderThan));
    }

    /** Removes all that was written to the record, and returns how many entries that were. */
    public int erase(String objectType, String recordId) {
        return sql.write(
                "erase own writes",
                () -> jdbc.update(
                        "delete from leadiq_own_write where object_type = ? and record_id = ?", objectType, recordId));
    }
}
