/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import io.github.camelleadiq.routes.core.ChangeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The order in which events of a source arrive. Whoever stores events or moves a position queues up at the source's row
 * first, so ids and positions are in one order even with several writers.
 */
final class InboxWriter {
    private static final String EVENT = "e:";
    private static final String POSITION = "p:";

    private final JdbcTemplate jdbc;

    /**
     * One arrival.
     *
     * @param event to be stored if it is new; null if nothing is
     * @param position how far the source has come with it; null if that is not known
     */
    record Arriving(String source, ChangeEvent event, String position) {
        private String eventKey() {
            return Columns.key(EVENT + event.dedupeKey());
        }

        private String positionKey() {
            return Columns.key(POSITION + position);
        }

        private Stream<String> keys() {
            return Stream.concat(
                    event == null ? Stream.empty() : Stream.of(eventKey()),
                    position == null ? Stream.empty() : Stream.of(positionKey()));
        }
    }

    /** Where a source stands. */
    private static final class Place {
        private final Set<String> known;
        private String position;
        private boolean moved;

        private Place(String position, Set<String> known) {
            this.position = position;
            this.known = known;
        }

        private void moveTo(String next) {
            position = next;
            moved = true;
        }
    }

    InboxWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes in what has arrived, in this order.
     *
     * @return how many events were new
     */
    int take(List<Arriving> all, Instant now) {
        // sources in one order, so that two writers cannot wait for each other
        Map<String, Place> places = new TreeMap<>();
        all.stream()
                .collect(Collectors.groupingBy(
                        Arriving::source,
                        TreeMap::new,
                        Collectors.flatMapping(Arriving::keys, Collectors.toCollection(LinkedHashSet::new))))
                .forEach((source, keys) -> places.put(source, new Place(queueUp(source, now), known(source, keys))));
        List<Object[]> seen = new ArrayList<>();
        List<Object[]> events = new ArrayList<>();
        for (Arriving one : all) {
            Place place = places.get(one.source());
            one.keys()
                    .filter(key -> !place.known.contains(key))
                    .distinct()
                    .forEach(key -> seen.add(new Object[] {Columns.key(one.source()), key, Columns.time(now)}));
            if (one.event() != null && place.known.add(one.eventKey())) {
                events.add(EventRows.values(one.event(), place.position, now));
            }
            // one that comes again is behind us and must not count as the last
            if (one.position() != null && place.known.add(one.positionKey())) {
                place.moveTo(Columns.text(one.position()));
            }
        }
        insert("insert into leadiq_seen (source, seen_key, seen_at) values (?, ?, ?)", seen);
        insert(EventRows.INSERT, events);
        places.forEach((source, place) -> {
            if (place.moved) {
                moveTo(source, place.position, now);
            }
        });
        return events.size();
    }

    private void insert(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    /** Makes others of this source wait for the end of our transaction; returns the last position. */
    private String queueUp(String source, Instant now) {
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

    /** Which of these keys have arrived before. */
    private Set<String> known(String source, Collection<String> keys) {
        // a join, as H2 would go through all keys of the source for "seen_key = any (?)"
        return new HashSet<>(jdbc.queryForList(
                """
                select s.seen_key
                from unnest(cast(? as varchar array)) as k (seen_key)
                    join leadiq_seen s on s.seen_key = k.seen_key
                where s.source = ?
                """,
                String.class,
                keys.toArray(String[]::new),
                Columns.key(source)));
    }

    private void moveTo(String source, String position, Instant now) {
        jdbc.update(
                "update leadiq_source set last_position = ?, updated_at = ? where source = ?",
                position,
                Columns.time(now),
                Columns.key(source));
    }
}
