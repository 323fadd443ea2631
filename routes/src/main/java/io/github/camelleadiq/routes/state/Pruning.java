/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;

/** Removal of what is not needed any more, in portions that do not hold others up. */
final class Pruning {
    /** Salesforce keeps change events for 72 hours and can deliver them again for as long. */
    private static final Duration KEEP_SEEN = Duration.ofHours(72);

    private final Sql sql;
    private final JdbcTemplate jdbc;
    private final Portions portions;

    Pruning(Sql sql) {
        this.sql = sql;
        this.jdbc = sql.jdbc();
        this.portions = new Portions(sql);
    }

    int prune(Instant now, Duration olderThan) {
        int events = portions.remove(
                "prune",
                "select id from leadiq_event where state in ('DONE', 'DISCARDED') and settled_at < ? limit ?",
                "delete from leadiq_event where id = ?",
                now.minus(olderThan));
        Instant seen = now.minus(olderThan.compareTo(KEEP_SEEN) > 0 ? olderThan : KEEP_SEEN);
        Instant oldest = oldestUnfinished();
        portions.remove(
                "prune",
                "select source, seen_key from leadiq_seen where seen_at < ? limit ?",
                "delete from leadiq_seen where source = ? and seen_key = ?",
                oldest != null && oldest.isBefore(seen) ? oldest : seen);
        return events;
    }

    /** What is not even processed must still be recognised when it comes again. */
    private Instant oldestUnfinished() {
        return sql.read(
                "look for the oldest event",
                () -> jdbc.queryForObject(
                        """
                        select min(received_at) as oldest from leadiq_event
                        where state in ('PENDING', 'LEASED') and run_id = ''
                        """,
                        (row, number) -> Columns.instant(row, "oldest")));
    }
}
