/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import io.github.camelleadiq.routes.core.RecordId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What the pipeline must not forget, in an H2 or PostgreSQL database. Safe for several threads; on PostgreSQL also for
 * several nodes. Every call that changes something has it on disk when it returns.
 *
 * <p>The database stays the caller's: this neither opens nor closes it.
 */
public final class EnrichmentState {
    private static final String H2 = "H2";
    private static final Set<String> KNOWN = Set.of(H2, "PostgreSQL");

    private final Sql sql;
    private final Clock clock;
    private final EventInbox inbox;
    private final Checkpoints checkpoints;
    private final OwnWrites ownWrites;
    private final EnrichmentLog log;
    private final DeadLetters deadLetters;
    private final Runs runs;

    private EnrichmentState(Sql sql, Clock clock, boolean shared) {
        this.sql = sql;
        this.clock = clock;
        this.inbox = new EventInbox(sql, clock, shared);
        this.checkpoints = new Checkpoints(sql, clock);
        this.ownWrites = new OwnWrites(sql, clock);
        this.log = new EnrichmentLog(sql, clock, true);
        this.deadLetters = new DeadLetters(sql, clock);
        this.runs = new Runs(sql, clock);
    }

    /**
     * Creates or updates the tables in the connection's schema, which can hold other tables as well, and opens the state.
     *
     * @param dataSource a pool; on H2 its user must be an administrator of the database
     * @throws StateException if the database is another one, cannot be reached, or its tables were changed; if
     *     Flyway ({@code org.flywaydb:flyway-core}, and {@code flyway-database-postgresql} for PostgreSQL) is not on the
     *     class path
     */
    public static EnrichmentState open(DataSource dataSource) {
        return open(dataSource, Clock.systemUTC());
    }

    /** The same with the clock that leases, retries and ages are measured by. */
    public static EnrichmentState open(DataSource dataSource, Clock clock) {
        Objects.requireNonNull(clock, "clock");
        String product = product(dataSource);
        if (!KNOWN.contains(product)) {
            throw new StateException("The state can be kept in H2 or PostgreSQL, not in " + product);
        }
        try {
            Migration.run(dataSource);
        } catch (NoClassDefFoundError e) {
            throw new StateException(
                    "The state's tables are made by Flyway: add org.flywaydb:flyway-core to the class path,"
                            + " and org.flywaydb:flyway-database-postgresql for PostgreSQL");
        }
        boolean isH2 = product.equals(H2);
        return new EnrichmentState(new Sql(dataSource, isH2), clock, !isH2);
    }

    private static String product(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw SqlErrors.describe("open the state's database", e);
        }
    }

    /** What leases, retries and ages are measured by. */
    public Clock clock() {
        return clock;
    }

    public EventInbox inbox() {
        return inbox;
    }

    public Checkpoints checkpoints() {
        return checkpoints;
    }

    public OwnWrites ownWrites() {
        return ownWrites;
    }

    public EnrichmentLog log() {
        return log;
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    public Runs runs() {
        return runs;
    }

    /**
     * Does several changes together, all or none: to log, count and settle a batch at once, so that a crash between them
     * counts nothing twice. Calls of this thread only; nothing in it may wait for anything but the database.
     *
     * @param work can run several times, if the database asks for it; must change nothing but this state
     */
    public <T> T atomically(Supplier<T> work) {
        return sql.write("change the state", work);
    }

    /**
     * Removes all values that are kept about a record: the log's, and the ledger of own writes. What remains is that
     * something was done with the record id, when, and at what cost.
     *
     * @param recordId in any form that {@link RecordId} knows
     * @return how many log entries the record has; with 0 nothing was kept about it, or it is not the id of the record
     */
    public int erase(String objectType, String recordId) {
        return atomically(() -> Stream.of(recordId, RecordId.of(recordId))
                .distinct()
                .mapToInt(id -> {
                    ownWrites.erase(objectType, id);
                    return log.erase(objectType, id);
                })
                .sum());
    }
}
