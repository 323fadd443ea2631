/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Where to go on with each source after a restart. Positions are opaque; their order is the order of arrival in the
 * {@link EventInbox}.
 */
public final class Checkpoints {
    private final Sql sql;
    private final Clock clock;
    private final InboxWriter arrivals;

    Checkpoints(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.arrivals = new InboxWriter(sql.jdbc());
    }

    /**
     * The position of the highest event below which all are done or dead; while the first event of the source is not, its
     * own: it is stored, and what was before it is not known. It never goes back, and costs two look-ups in an index however
     * many events there are.
     *
     * @return empty if nothing with a position has come from the source
     */
    public Optional<String> position(String source) {
        // one statement, so that no event can arrive between looking for unfinished ones and reading the last position
        List<Optional<String>> found = sql.read("read a checkpoint", () -> sql.jdbc()
                .query(
                        """
                        select coalesce(e.before_position, e.event_position, s.last_position) as place
                        from leadiq_source s left join leadiq_event e on e.id = (
                            select f.id from leadiq_event f where f.source = ? and f.holds_checkpoint = true
                                and (f.before_position is not null or f.event_position is not null)
                            order by f.source, f.holds_checkpoint, f.id limit 1)
                        where s.source = ?
                        """,
                        (row, number) -> Optional.ofNullable(row.getString("place")),
                        Columns.key(source),
                        Columns.key(source)));
        return found.isEmpty() ? Optional.empty() : found.get(0);
    }

    /**
     * Something arrived that needs no work, such as an event that the guard drops: there is no need to receive it again
     * once everything before it is done. Call it in order of arrival with {@link EventInbox#offer}. A position that was
     * seen before changes nothing.
     */
    public void record(String source, String position) {
        List<InboxWriter.Arriving> nothing = List.of(new InboxWriter.Arriving(source, null, position));
        sql.write("record a position", () -> arrivals.take(nothing, clock.instant()));
    }
}
