/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What has arrived lately, whatever has become of it. */
final class RecentEvents {
    private static final int PAGE = 500;

    private final JdbcTemplate jdbc;

    RecentEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The records of an object that events have come of since then. */
    Set<String> records(String objectType, Instant since) {
        Set<String> records = new HashSet<>();
        long before = Long.MAX_VALUE;
        while (true) {
            // from the latest backwards, so that a long backlog is not read through
            List<Arrival> page = jdbc.query(
                    """
                    select id, object_type, record_ids, received_at from leadiq_event
                    where id < ? and run_id = '' order by id desc limit ?
                    """,
                    (row, number) -> new Arrival(
                            row.getLong("id"),
                            row.getString("object_type"),
                            Columns.fromLines(row.getString("record_ids")),
                            Columns.instant(row, "received_at")),
                    before,
                    PAGE);
            List<Arrival> recent = page.stream()
                    .filter(arrival -> !arrival.receivedAt().isBefore(since))
                    .toList();
            recent.stream()
                    .filter(arrival -> arrival.objectType().equals(objectType))
                    .forEach(arrival -> records.addAll(arrival.recordIds()));
            // sources write side by side, so that ids are in order of arrival but roughly: a page of old ones is enough
            if (page.size() < PAGE || recent.isEmpty()) {
                return records;
            }
            before = page.get(page.size() - 1).id();
        }
    }

    private record Arrival(long id, String objectType, List<String> recordIds, Instant receivedAt) {}
}
