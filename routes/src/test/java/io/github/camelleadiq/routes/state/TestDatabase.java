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
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

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
            PGSimpleDataSource source = (PGSimpleDataSource) Server.SHARED.getPostgresDatabase();
            try (Connection connection = source.getConnection()) {
                connection.createStatement().execute("create schema " + schema);
            }
            source.setCurrentSchema(schema);
            return new Opened(source, () -> new JdbcTemplate(source).execute("drop schema " + schema + " cascade"));
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
