/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The choice of the next events. Claims of one object type take turns at a row of their own, across nodes: two claims at
 * once could take two events of one record, which row locks on the events alone would allow. A turn lasts milliseconds
 * and stops neither arrivals nor settling.
 */
final class InboxLeases {
    /** The run of what is no part of a run. */
    private static final String CHANGES = "";

    /** Waits, and is due. Arguments: now, and {@link #ahead}. */
    private static final String DUE = "state = 'PENDING' and (not_before <= ? or coalesce(timed_at, received_at) > ?)";
    /** Its lease is over. Arguments: now, and {@link #ahead}. */
    private static final String EXPIRED =
            "state = 'LEASED' and (lease_until <= ? or coalesce(timed_at, received_at) > ?)";

    /** So much the clocks of nodes may differ; a time further ahead is of a clock that was set back since. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private static final int PAGE = 500;
    /** So that a record that changes without end does not fill the memory. */
    private static final int MOST_EVENTS = 2_000;

    private final JdbcTemplate jdbc;

    InboxLeases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there could be something to take, without waiting for a turn. */
    boolean isWorthwhile(String objectType, Instant now) {
        return !jdbc.queryForList(
                        """
                        select 1 from leadiq_event
                        where object_type = ? and run_id = '' and %s
                        union all
                        select 1 from leadiq_event
                        where object_type = ? and run_id = '' and %s
                        limit 1
                        """
                                .formatted(DUE, EXPIRED),
                        Integer.class,
                        objectType,
                        Columns.time(now),
                        ahead(now),
                        objectType,
                        Columns.time(now),
                        ahead(now))
                .isEmpty();
    }

    /**
     * Whether as many wait as are enough, or one since then at least.
     *
     * @param since from when on one is to have waited; those that were tried before have waited already
     */
    boolean isDue(String objectType, int full, Instant now, Instant since) {
        List<Boolean> waiting = jdbc.query(
                """
                select attempts > 0 or received_at <= ? or received_at > ? as is_due from leadiq_event
                where object_type = ? and run_id = '' and %s
                union all
                select true from leadiq_event
                where object_type = ? and run_id = '' and %s
                limit ?
                """
                        .formatted(DUE, EXPIRED),
                (row, number) -> row.getBoolean("is_due"),
                Columns.time(since),
                ahead(now),
                objectType,
                Columns.time(now),
                ahead(now),
                objectType,
                Columns.time(now),
                ahead(now),
                full);
        return waiting.size() >= full || waiting.contains(true);
    }

    /** Whether a run has something to take, or had it when its worker died. */
    boolean isWorthwhileOfRuns(String objectType, Instant now) {
        return !jdbc.queryForList(
                        """
                        select 1 from leadiq_event e join leadiq_run r on r.id = e.run_id
                        where e.object_type = ? and e.run_id > '' and r.state = 'RUNNING' and (%s or %s)
                        limit 1
                        """
                                .formatted(ofEvent(DUE), ofEvent(EXPIRED)),
                        Integer.class,
                        objectType,
                        Columns.time(now),
                        ahead(now),
                        Columns.time(now),
                        ahead(now))
                .isEmpty();
    }

    List<StoredEvent> take(String objectType, int maxRecords, Duration lease, String owner, Instant now) {
        waitForTurn(objectType);
        return take(new Queue(objectType, CHANGES), maxRecords, lease, owner, now);
    }

    /** Of the run that has waited longest. */
    List<StoredEvent> takeOfRuns(String objectType, int maxRecords, Duration lease, String owner, Instant now) {
        waitForTurn(objectType);
        // by what waits: runs are kept, and those that were asked for and broken off are never ended
        List<String> running = jdbc.queryForList(
                """
                select distinct r.id from leadiq_event e join leadiq_run r on r.id = e.run_id
                where e.object_type = ? and e.run_id > '' and e.state in ('PENDING', 'LEASED') and r.state = 'RUNNING'
                """,
                String.class,
                objectType);
        Queue longest = null;
        long first = Long.MAX_VALUE;
        for (String runId : running) {
            Queue queue = new Queue(objectType, runId);
            takeBackExpired(queue, now);
            List<Candidate> waiting = candidates(queue, now, 0, 1);
            if (!waiting.isEmpty()
                    && waiting.get(0).id() < first
                    && recordsInWork(queue).isEmpty()) {
                first = waiting.get(0).id();
                longest = queue;
            }
        }
        return longest == null ? List.of() : take(longest, maxRecords, lease, owner, now);
    }

    private List<StoredEvent> take(Queue queue, int maxRecords, Duration lease, String owner, Instant now) {
        takeBackExpired(queue, now);
        List<Long> chosen = choose(queue, maxRecords, now);
        if (chosen.isEmpty()) {
            return List.of();
        }
        Long[] ids = EventRows.ids(chosen);
        jdbc.update(
                """
                update leadiq_event set state = 'LEASED', lease_owner = ?, lease_until = ?, timed_at = ?,
                    attempts = attempts + 1
                where id = any (?)
                """,
                owner,
                Columns.time(now.plus(lease)),
                Columns.time(now),
                ids);
        return jdbc.query(
                "select * from leadiq_event where id = any (?) order by id",
                (row, number) -> EventRows.stored(row),
                (Object) ids);
    }

    /** A time that no clock has shown yet, unless it was set back since. */
    static OffsetDateTime ahead(Instant now) {
        return Columns.time(now.plus(CLOCKS_DIFFER));
    }

    private static String ofEvent(String condition) {
        return condition.replaceAll("\\b(state|not_before|lease_until|timed_at|received_at)\\b", "e.$1");
    }

    private void waitForTurn(String objectType) {
        jdbc.update(
                """
                insert into leadiq_claim_turn (object_type)
                select ? where not exists (select 1 from leadiq_claim_turn where object_type = ?)
                """,
                objectType,
                objectType);
        jdbc.queryForList(
                "select object_type from leadiq_claim_turn where object_type = ? for update", String.class, objectType);
    }

    private void takeBackExpired(Queue queue, Instant now) {
        jdbc.update(
                """
                update leadiq_event set state = 'PENDING', lease_owner = null, lease_until = null
                where object_type = ? and run_id = ? and %s
                """
                        .formatted(EXPIRED),
                queue.objectType(),
                queue.runId(),
                Columns.time(now),
                ahead(now));
    }

    private List<Long> choose(Queue queue, int maxRecords, Instant now) {
        Set<String> busy = recordsInWork(queue);
        Set<String> records = new HashSet<>();
        List<Long> chosen = new ArrayList<>();
        long after = 0;
        while (true) {
            List<Candidate> page = candidates(queue, now, after, PAGE);
            for (Candidate candidate : page) {
                if (candidate.recordIds().stream().anyMatch(busy::contains)) {
                    continue;
                }
                if (candidate.failsAlone()) {
                    if (chosen.isEmpty()) {
                        return List.of(candidate.id());
                    }
                    // it comes first one day, but nothing of its records comes before it
                    busy.addAll(candidate.recordIds());
                    continue;
                }
                Set<String> together = new HashSet<>(records);
                together.addAll(candidate.recordIds());
                if (!chosen.isEmpty() && (together.size() > maxRecords || chosen.size() == MOST_EVENTS)) {
                    return chosen;
                }
                records = together;
                chosen.add(candidate.id());
            }
            if (page.size() < PAGE) {
                return chosen;
            }
            after = page.get(page.size() - 1).id();
        }
    }

    private Set<String> recordsInWork(Queue queue) {
        Set<String> busy = new HashSet<>();
        jdbc.query(
                "select record_ids from leadiq_event where object_type = ? and run_id = ? and state = 'LEASED'",
                row -> {
                    busy.addAll(Columns.fromLines(row.getString("record_ids")));
                },
                queue.objectType(),
                queue.runId());
        return busy;
    }

    private List<Candidate> candidates(Queue queue, Instant now, long after, int most) {
        // ordered by all columns of the index, or H2 would sort
        return jdbc.query(
                """
                select id, record_ids, fails_alone from leadiq_event
                where object_type = ? and run_id = ? and id > ? and %s
                order by object_type, run_id, state, id limit ?
                """
                        .formatted(DUE),
                (row, number) -> new Candidate(
                        row.getLong("id"),
                        Columns.fromLines(row.getString("record_ids")),
                        row.getBoolean("fails_alone")),
                queue.objectType(),
                queue.runId(),
                after,
                Columns.time(now),
                ahead(now),
                most);
    }

    private record Candidate(long id, List<String> recordIds, boolean failsAlone) {}

    /** What is claimed by itself: changes of an object, or records of a run. */
    private record Queue(String objectType, String runId) {}
}
