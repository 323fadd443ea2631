/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The order in which events of a source arrive. Whoever stores events or moves a position queues up at the source's row
 * first, so ids and positions are in one order even with several writers.
 */
final class Arrivals {
    private static final String EVENT = "e:";
    private static final String POSITION = "p:";

    private final JdbcTemplate jdbc;

    Arrivals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes others of this source wait for the end of our transaction; returns the last position. */
    String queueUp(String source, Instant now) {
        List<String> last = lastPosition(source);
        if (last.isEmpty()) {
            // not where it does not exist: H2 does not see there what the same transaction inserted before. Should
            // another writer be first, the transaction is repeated
            jdbc.update(
                    "insert into leadiq_source (source, last_position, updated_at) values (?, null, ?)",
                    Columns.key(source),
                    Columns.time(now));
            last = lastPosition(source);
        }
        return last.get(0);
    }

    private List<String> lastPosition(String source) {
        return jdbc.queryForList(
                "select last_position from leadiq_source where source = ? for update",
                String.class,
                Columns.key(source));
    }

    /** Whether the event is new; remembers it. */
    boolean isNewEvent(String source, String dedupeKey, Instant now) {
        return isNew(source, EVENT + dedupeKey, now);
    }

    /** Whether the position is new; remembers it. One that comes again is behind us and must not count as the last. */
    boolean isNewPosition(String source, String position, Instant now) {
        return position != null && isNew(source, POSITION + position, now);
    }

    private boolean isNew(String source, String key, Instant now) {
        List<Integer> known = jdbc.queryForList(
                "select 1 from leadiq_seen where source = ? and seen_key = ?",
                Integer.class,
                Columns.key(source),
                Columns.key(key));
        if (!known.isEmpty()) {
            return false;
        }
        jdbc.update(
                "insert into leadiq_seen (source, seen_key, seen_at) values (?, ?, ?)",
                Columns.key(source),
                Columns.key(key),
                Columns.time(now));
        return true;
    }

    void moveTo(String source, String position, Instant now) {
        jdbc.update(
                "update leadiq_source set last_position = ?, updated_at = ? where source = ?",
                Columns.text(position),
                Columns.time(now),
                Columns.key(source));
    }
}
