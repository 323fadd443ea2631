/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import io.github.camelleadiq.routes.core.ChangeEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Events that wait to be processed, on disk before anybody works on them. Each is handed out at least once, and to one
 * owner at a time; several threads and, on PostgreSQL, several nodes can claim. Leases are measured by the nodes'
 * clocks, which have to agree to well within a lease, and to within a minute: what was noted at a later time is taken for
 * the work of a clock that was set back since, and waits for nothing.
 *
 * <p>An owner's name stands for one worker. A worker whose lease has run out and whose events are another's by now can
 * no longer settle them: its call leaves them alone, as the number that it returns says.
 */
public final class EventInbox {
    private final Sql sql;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final InboxWriter arrivals;
    private final InboxLeases claim;
    private final Pruning pruning;
    /** Null where the database is this process's own, and has its clock. */
    private final ClockCheck clockCheck;

    /** @param shared whether other nodes can use the same database */
    EventInbox(Sql sql, Clock clock, boolean shared) {
        this.sql = sql;
        this.jdbc = sql.jdbc();
        this.clock = clock;
        this.arrivals = new InboxWriter(jdbc);
        this.claim = new InboxLeases(jdbc);
        this.pruning = new Pruning(sql);
        this.clockCheck = shared ? new ClockCheck(jdbc, clock) : null;
    }

    /**
     * Stores an event. It is on disk when this returns.
     *
     * @return false if the source has delivered it before
     */
    public boolean offer(ChangeEvent event) {
        return offerAll(List.of(event)) == 1;
    }

    /**
     * Stores events in this order, all or none.
     *
     * @return how many of them were new
     */
    public int offerAll(List<ChangeEvent> events) {
        return offerAll(events, event -> true);
    }

    /**
     * Takes in what has arrived, in this order, all or none: stores the events that are wanted. The others need no work,
     * and are noted as by {@link Checkpoints#record}, if they have a position.
     *
     * @param wanted which events to store
     * @return how many of them were new
     */
    public int offerAll(List<ChangeEvent> events, Predicate<ChangeEvent> wanted) {
        List<InboxWriter.Arriving> arriving = new ArrayList<>();
        for (ChangeEvent event : events) {
            boolean stored = wanted.test(event);
            if (stored || event.position() != null) {
                arriving.add(new InboxWriter.Arriving(event.source(), stored ? event : null, event.position()));
            }
        }
        if (arriving.isEmpty()) {
            return 0;
        }
        return sql.write("store events", () -> arrivals.take(arriving, clock.instant()));
    }

    /**
     * Takes the next changes in order of arrival. Left out are events of records that are being worked on: they come later,
     * so that a record is in one hand at a time. Several events of one record can come together, and count once.
     *
     * @param maxRecords how many different records at most; an event of more records than that comes alone
     * @param lease how long they are the owner's; after that they can be claimed again
     * @param owner who claims, unique among all workers of all nodes, such as node name and thread
     * @return events, empty if there is nothing to do now
     */
    public List<StoredEvent> claim(String objectType, int maxRecords, Duration lease, String owner) {
        check(maxRecords, lease);
        Instant now = clock.instant();
        if (!sql.read("look for events", () -> claim.isWorthwhile(objectType, now))) {
            return List.of();
        }
        return sql.write("claim events", () -> claim.take(objectType, maxRecords, lease, owner, clock.instant()));
    }

    /**
     * Takes the next records of a run, as {@link #claim} takes changes. All of them are of one run that is {@link
     * RunState#RUNNING}, and what a run has spent is known before more of it is taken: what is being worked on of a run
     * keeps the rest of it from others.
     *
     * @return events, empty if there is nothing to do now
     */
    public List<StoredEvent> claimOfRuns(String objectType, int maxRecords, Duration lease, String owner) {
        check(maxRecords, lease);
        Instant now = clock.instant();
        if (!sql.read("look for runs", () -> claim.isWorthwhileOfRuns(objectType, now))) {
            return List.of();
        }
        return sql.write(
                "claim events of a run", () -> claim.takeOfRuns(objectType, maxRecords, lease, owner, clock.instant()));
    }

    private void check(int maxRecords, Duration lease) {
        if (maxRecords < 1 || lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("maxRecords and lease must be positive");
        }
        if (clockCheck != null) {
            clockCheck.look(lease);
        }
    }

    /**
     * Whether it is time to claim changes: so many of them wait, or one has waited long enough. One that was tried before, or whose
     * lease has run out, has.
     *
     * @param full how many are enough
     */
    public boolean isDue(String objectType, int full, Duration maxDelay) {
        Instant now = clock.instant();
        return sql.read("look for due events", () -> claim.isDue(objectType, full, now, now.minus(maxDelay)));
    }

    /** Work goes on: the lease ends this much later than now. Returns how many of the events are still the owner's. */
    public int extend(String owner, Collection<Long> ids, Duration lease) {
        return settle(
                "extend a lease",
                "lease_until = ?, timed_at = ?",
                owner,
                ids,
                Columns.time(clock.instant().plus(lease)),
                Columns.time(clock.instant()));
    }

    /** Settles events. Returns how many were still the owner's; the others are or were processed by another worker. */
    public int done(String owner, Collection<Long> ids) {
        return settle(
                "settle events",
                "state = 'DONE', holds_checkpoint = false, lease_owner = null, lease_until = null, settled_at = ?",
                owner,
                ids,
                Columns.time(clock.instant()));
    }

    /**
     * Puts events back after a failure of their own, such as a locked row. The attempt counts.
     *
     * @param reason for people; without values, though it is never logged
     */
    public int retryLater(String owner, Collection<Long> ids, Instant notBefore, String reason) {
        return settle(
                "put events off",
                "state = 'PENDING', lease_owner = null, lease_until = null, not_before = ?, timed_at = ?, reason = ?",
                owner,
                ids,
                Columns.time(notBefore),
                Columns.time(clock.instant()),
                Columns.reason(reason));
    }

    /** Puts events back for no fault of theirs, such as a rate limit or a service that is down. The attempt does not count. */
    public int postpone(String owner, Collection<Long> ids, Instant notBefore, String reason) {
        return settle(
                "put events off",
                "state = 'PENDING', attempts = attempts - 1, lease_owner = null, lease_until = null, not_before = ?,"
                        + " timed_at = ?, reason = ?",
                owner,
                ids,
                Columns.time(notBefore),
                Columns.time(clock.instant()),
                Columns.reason(reason));
    }

    /** Gives events up. They no longer hold the checkpoint; see {@link DeadLetters}. */
    public int dead(String owner, Collection<Long> ids, String reason) {
        return settle(
                "give events up",
                "state = 'DEAD', holds_checkpoint = false, lease_owner = null, lease_until = null, settled_at = ?,"
                        + " reason = ?",
                owner,
                ids,
                Columns.time(clock.instant()),
                Columns.reason(reason));
    }

    /** Gives back everything that the owner has, at an orderly stop. The attempts do not count. */
    public int release(String owner) {
        return sql.write(
                "release events",
                () -> jdbc.update(
                        """
                        update leadiq_event
                        set state = 'PENDING', attempts = attempts - 1, lease_owner = null, lease_until = null
                        where state = 'LEASED' and lease_owner = ?
                        """,
                        owner));
    }

    /**
     * Settles claimed events record by record. Records that come to the same stay together. Those of a run that are done
     * leave nothing here: the run has counted them.
     *
     * @param byRecord what becomes of records, by their ids; an event of others is still worked on, for those
     * @return which of the events were still the owner's
     */
    public Set<Long> settle(String owner, Collection<Long> ids, Map<String, Settlement> byRecord) {
        return ids.isEmpty()
                ? Set.of()
                : sql.write("settle events", () -> new Partition(jdbc, owner, clock.instant()).settle(ids, byRecord));
    }

    private int settle(String doing, String change, String owner, Collection<Long> ids, Object... values) {
        if (ids.isEmpty()) {
            return 0;
        }
        Object[] arguments = new Object[values.length + 2];
        System.arraycopy(values, 0, arguments, 0, values.length);
        arguments[values.length] = EventRows.ids(ids);
        arguments[values.length + 1] = owner;
        return sql.write(
                doing,
                () -> jdbc.update(
                        "update leadiq_event set " + change
                                + " where id = any (?) and state = 'LEASED' and lease_owner = ?",
                        arguments));
    }

    /** How many events there are of each state; states without any have 0. Events that were pruned are not counted. */
    public Map<EventState, Long> counts() {
        Map<EventState, Long> counts = new EnumMap<>(EventState.class);
        for (EventState state : EventState.values()) {
            counts.put(state, 0L);
        }
        sql.read("count events", () -> {
            jdbc.query("select state, count(*) as events from leadiq_event group by state", row -> {
                counts.put(EventState.valueOf(row.getString("state")), row.getLong("events"));
            });
            return null;
        });
        return counts;
    }

    /**
     * Removes settled and discarded events older than this; dead letters stay. What is needed to recognise events that
     * are delivered again is kept for 72 hours at least, which is as long as Salesforce delivers again.
     *
     * @return how many events were removed
     */
    public int prune(Duration olderThan) {
        return pruning.prune(clock.instant(), olderThan);
    }
}
