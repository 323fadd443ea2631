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
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Events that wait to be processed, on disk before anybody works on them. Each is handed out at least once, and to one
 * owner at a time; several threads and, on PostgreSQL, several nodes can claim. Leases are measured by the nodes'
 * clocks, which have to agree to well within a lease.
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
    private final Leftovers leftovers;

    EventInbox(Sql sql, Clock clock) {
        this.sql = sql;
        this.jdbc = sql.jdbc();
        this.clock = clock;
        this.arrivals = new InboxWriter(jdbc);
        this.claim = new InboxLeases(jdbc);
        this.pruning = new Pruning(sql);
        this.leftovers = new Leftovers(jdbc);
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
     * Takes the next events in order of arrival. Left out are events of records that somebody works on: they come later,
     * so that a record is in one hand at a time. Several events of one record can come together, and count once.
     *
     * @param maxRecords how many different records at most; an event of more records than that comes alone
     * @param lease how long they are the owner's; after that they can be claimed again
     * @param owner who claims, unique among all workers of all nodes, such as node name and thread
     * @return events, empty if there is nothing to do now
     */
    public List<StoredEvent> claim(String objectType, int maxRecords, Duration lease, String owner) {
        if (maxRecords < 1 || lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("maxRecords and lease must be positive");
        }
        Instant now = clock.instant();
        if (!sql.read("look for events", () -> claim.isWorthwhile(objectType, now))) {
            return List.of();
        }
        return sql.write("claim events", () -> claim.take(objectType, maxRecords, lease, owner, clock.instant()));
    }

    /**
     * Whether it is time to claim: so many events wait, or one has waited long enough. One that was tried before, or whose
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
                "lease_until = ?",
                owner,
                ids,
                Columns.time(clock.instant().plus(lease)));
    }

    /** Settles events. Returns how many were still the owner's; the others are or were processed by somebody else. */
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
                "state = 'PENDING', lease_owner = null, lease_until = null, not_before = ?, reason = ?",
                owner,
                ids,
                Columns.time(notBefore),
                Columns.reason(reason));
    }

    /** Puts events back for no fault of theirs, such as a rate limit or a service that is down. The attempt does not count. */
    public int postpone(String owner, Collection<Long> ids, Instant notBefore, String reason) {
        return settle(
                "put events off",
                "state = 'PENDING', attempts = attempts - 1, lease_owner = null, lease_until = null, not_before = ?,"
                        + " reason = ?",
                owner,
                ids,
                Columns.time(notBefore),
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

    /**
     * Stores an event that can come again when it is finished, such as a record of a page that could not be finished. A
     * dead letter of the same key takes its place.
     *
     * @return false if one of the same key waits or is worked on
     */
    public boolean offerAgain(ChangeEvent event) {
        return sql.write("store an event", () -> leftovers.add(event, clock.instant()));
    }

    /**
     * Stores an event as one that was given up, such as a record of a page that never was in the inbox.
     *
     * @return false if there is one of the same key, which then has this reason, or one that is not finished
     */
    public boolean bury(ChangeEvent event, String reason) {
        return sql.write("store a dead letter", () -> leftovers.addDead(event, reason, clock.instant()));
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

    /** Gives some of the owner's events back, as they were. The attempts do not count. */
    public int release(String owner, Collection<Long> ids) {
        return settle(
                "release events",
                "state = 'PENDING', attempts = attempts - 1, lease_owner = null, lease_until = null",
                owner,
                ids);
    }

    /**
     * Replaces an event of several records by one for each of them, without attempts, for it fails and nobody knows for
     * which. They hold the checkpoint no longer: they are on disk.
     *
     * @return how many there are now; 0 if the event is not the owner's any more
     */
    public int split(String owner, long id) {
        return sql.write("split an event", () -> {
            int parts = 0;
            for (String recordIds : jdbc.queryForList(
                    "select record_ids from leadiq_event where id = ? and state = 'LEASED' and lease_owner = ?",
                    String.class,
                    id,
                    owner)) {
                for (String recordId : Columns.fromLines(recordIds)) {
                    parts += jdbc.update(
                            EventRows.PART,
                            ":" + recordId,
                            Columns.lines(List.of(recordId)),
                            Columns.time(clock.instant()),
                            id);
                }
                jdbc.update("delete from leadiq_event where id = ?", id);
            }
            return parts;
        });
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
