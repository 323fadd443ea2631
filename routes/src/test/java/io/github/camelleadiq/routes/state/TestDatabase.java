/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The databases that the state has to work on alike. */
enum TestDatabase {
    H2 {
        @Override
        Opened open(Path directory) {
            H2State h2 = H2State.file(directory.resolve("state"));
            return new Opened(h2.dataSource(), h2);
        }
    },
    POSTGRESQL {
        @Override
        Opened open(Path directory) throws SQLException {
            String schema = "test_" + SCHEMAS.incrementAndGet();
            try (Connection connection = Server.SHARED.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("create schema " + schema);
            }
            PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
            source.setUrl(Server.SHARED.getJdbcUrl("postgres", "postgres"));
            source.setCurrentSchema(schema);
            // H2's pool pools any connections
            JdbcConnectionPool pool = JdbcConnectionPool.create(source);
            pool.setMaxConnections(20);
            return new Opened(pool, pool::dispose);
        }
    };

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    /** An empty place of its own. */
    abstract Opened open(Path directory) throws SQLException;

    record Opened(DataSource dataSource, AutoCloseable closing) {}

    /** One server for the JVM, which takes it down at its end. */
    private static final class Server {
        private static final EmbeddedPostgres SHARED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
