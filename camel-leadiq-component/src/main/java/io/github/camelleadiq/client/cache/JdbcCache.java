/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import io.github.camelleadiq.client.DataPoint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Keeps answers in one table of a database, for restarts and for several processes. Tested with H2 and PostgreSQL; uses
 * plain SQL only.
 *
 * <p>The table {@code leadiq_cache} is made at first use unless it is there.
 */
public final class JdbcCache implements LeadIQCache {

    private static final int MAXIMUM_PUTS_BETWEEN_PURGES = 64;
    private static final int ATTEMPTS = 3;
    private static final int TIMEOUT_SECONDS = 10;
    /** A pool waits about as long for a connection, and threads are scarce: one lookup finds out, the others go on. */
    private static final Duration BETWEEN_RETRIES = Duration.ofSeconds(30);
    /** SQLSTATE classes of a violated constraint and of a rollback: another process put the same key at the same time. */
    private static final Set<String> RACED = Set.of("23", "40");

    private static final int CLASS_LENGTH = 2;

    private static final String SELECT = "SELECT operation, data_points, answer, bought_at, expires_at, not_found,"
            + " identifiers, cache_key FROM leadiq_cache WHERE cache_key IN ";
    /** As many parameters as every database takes. */
    private static final int KEYS_AT_ONCE = 500;

    private static final String UPDATE = "UPDATE leadiq_cache SET operation = ?, data_points = ?, answer = ?,"
            + " bought_at = ?, expires_at = ?, not_found = ?, identifiers = ? WHERE cache_key = ?";
    private static final String INSERT = "INSERT INTO leadiq_cache (operation, data_points, answer, bought_at,"
            + " expires_at, not_found, identifiers, cache_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM leadiq_cache WHERE cache_key = ?";
    private static final String ERASE = "DELETE FROM leadiq_cache WHERE identifiers LIKE ?";
    private static final String DELETE_EXPIRED = "DELETE FROM leadiq_cache WHERE expires_at <= ?";
    private static final String DELETE_OLDEST = "DELETE FROM leadiq_cache WHERE cache_key IN"
            + " (SELECT cache_key FROM leadiq_cache ORDER BY bought_at DESC, cache_key OFFSET ? ROWS)";

    private final DataSource dataSource;
    private final int maximumEntries;
    private final Executor executor;
    private final Clock clock;
    private final JdbcCacheTable table = new JdbcCacheTable();
    private final AtomicInteger puts = new AtomicInteger();
    /** When to ask a database for a connection again that had none; null while it has. */
    private final AtomicReference<Instant> retryAt = new AtomicReference<>();

    /** Something to do with a connection. */
    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * @param maximumEntries how many answers to keep; a few more can be there for a while
     * @param executor runs the statements, which block
     */
    public JdbcCache(DataSource dataSource, int maximumEntries, Executor executor) {
        this(dataSource, maximumEntries, executor, Clock.systemUTC());
    }

    JdbcCache(DataSource dataSource, int maximumEntries, Executor executor, Clock clock) {
        this.dataSource = dataSource;
        this.maximumEntries = maximumEntries;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Optional<CacheEntry>> get(String key) {
        return getAll(Set.of(key)).thenApply(entries -> Optional.ofNullable(entries.get(key)));
    }

    @Override
    public CompletionStage<Map<String, CacheEntry>> getAll(Set<String> keys) {
        List<String> wanted = List.copyOf(keys);
        return run(connection -> {
            Map<String, CacheEntry> found = new HashMap<>();
            for (int from = 0; from < wanted.size(); from += KEYS_AT_ONCE) {
                read(connection, wanted.subList(from, Math.min(wanted.size(), from + KEYS_AT_ONCE)), found);
            }
            return found;
        });
    }

    private static void read(Connection connection, List<String> keys, Map<String, CacheEntry> found)
            throws SQLException {
        String places = keys.stream().map(key -> "?").collect(Collectors.joining(", ", "(", ")"));
        try (PreparedStatement statement = prepare(connection, SELECT + places)) {
            for (int i = 0; i < keys.size(); i++) {
                statement.setString(i + 1, keys.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(8), entry(row));
                }
            }
        }
    }

    @Override
    public CompletionStage<Void> put(String key, CacheEntry entry) {
        return putAll(Map.of(key, entry));
    }

    @Override
    public CompletionStage<Void> putAll(Map<String, CacheEntry> entries) {
        Map<String, CacheEntry> kept = new TreeMap<>(entries);
        return run(connection -> {
            for (Map.Entry<String, CacheEntry> entry : kept.entrySet()) {
                write(connection, entry.getKey(), entry.getValue());
            }
            // once for a list: to find the oldest of a million takes seconds
            int between = Math.max(1, Math.min(MAXIMUM_PUTS_BETWEEN_PURGES, maximumEntries / 10));
            int before = puts.getAndAdd(kept.size());
            if (Math.floorDiv(before - 1, between) != Math.floorDiv(before + kept.size() - 1, between)) {
                update(connection, DELETE_EXPIRED, clock.instant().toEpochMilli());
                update(connection, DELETE_OLDEST, maximumEntries);
            }
            return null;
        });
    }

    @Override
    public CompletionStage<Void> evict(String key) {
        return run(connection -> {
            update(connection, DELETE, key);
            return null;
        });
    }

    @Override
    public CompletionStage<Integer> erase(String identifier) {
        return run(connection -> update(connection, ERASE, "%" + identifier + "%"));
    }

    /** Update or insert, and again if another process was faster: plain SQL that every database understands. */
    private static void write(Connection connection, String key, CacheEntry entry) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                if (write(connection, UPDATE, key, entry) == 0) {
                    write(connection, INSERT, key, entry);
                }
                return;
            } catch (SQLException e) {
                boolean raced = e.getSQLState() != null
                        && RACED.contains(e.getSQLState().substring(0, CLASS_LENGTH));
                if (!raced || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static int write(Connection connection, String sql, String key, CacheEntry entry) throws SQLException {
        String dataPoints =
                entry.dataPoints().stream().map(DataPoint::variable).sorted().collect(Collectors.joining(","));
        try (PreparedStatement statement = prepare(connection, sql)) {
            statement.setString(1, entry.operation());
            statement.setString(2, dataPoints);
            statement.setBytes(3, entry.answer());
            statement.setLong(4, entry.boughtAt().toEpochMilli());
            statement.setLong(5, entry.expiresAt().toEpochMilli());
            statement.setBoolean(6, entry.notFound());
            statement.setString(7, String.join(" ", entry.identifiers()));
            statement.setString(8, key);
            return statement.executeUpdate();
        }
    }

    private static CacheEntry entry(ResultSet row) throws SQLException {
        return new CacheEntry(
                row.getString(1),
                DataPoint.parse(row.getString(2)),
                row.getBytes(3),
                Instant.ofEpochMilli(row.getLong(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getBoolean(6),
                Arrays.stream(row.getString(7).split(" "))
                        .filter(identifier -> !identifier.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static int update(Connection connection, String sql, Object value) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql)) {
            statement.setObject(1, value);
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(TIMEOUT_SECONDS);
        return statement;
    }

    private <T> CompletableFuture<T> run(Work<T> work) {
        try {
            return CompletableFuture.supplyAsync(() -> connected(work), executor);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Connection connection() throws SQLException {
        Instant at = retryAt.get();
        Instant now = clock.instant();
        boolean isMyTurn = at == null || !now.isBefore(at) && retryAt.compareAndSet(at, now.plus(BETWEEN_RETRIES));
        if (!isMyTurn) {
            throw new SQLTransientConnectionException("the database gave no connection a moment ago");
        }
        try {
            Connection connection = dataSource.getConnection();
            retryAt.set(null);
            return connection;
        } catch (SQLException e) {
            retryAt.set(clock.instant().plus(BETWEEN_RETRIES));
            throw e;
        }
    }

    private <T> T connected(Work<T> work) {
        try (Connection connection = connection()) {
            // each statement stands for itself, and a failed one must not spoil the next
            connection.setAutoCommit(true);
            table.ensure(connection);
            try {
                return work.with(connection);
            } finally {
                forgetTimeout(connection);
            }
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    /** H2 keeps it for the connection, and whoever has it from the pool next would be cut short. */
    private static void forgetTimeout(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(0);
        }
    }
}
