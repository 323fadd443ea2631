/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The table of {@link JdbcCache}: made when it is missing, left alone when it is there. */
final class JdbcCacheTable {

    private static final String PROBE = "SELECT 1 FROM leadiq_cache WHERE 1 = 0";
    private static final String CREATE = "CREATE TABLE leadiq_cache ("
            + "cache_key VARCHAR(64) PRIMARY KEY, operation VARCHAR(64) NOT NULL, data_points VARCHAR(64) NOT NULL,"
            + " answer %s NOT NULL, bought_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, not_found BOOLEAN NOT NULL,"
            + " identifiers %s NOT NULL)";

    private static final String STANDARD_BYTES = "BLOB";
    private static final String STANDARD_TEXT = "CLOB";
    /** PostgreSQL has other names for values of any size. */
    private static final Map<String, String> BYTES = Map.of("PostgreSQL", "BYTEA");

    private static final Map<String, String> TEXT = Map.of("PostgreSQL", "TEXT");

    private volatile boolean exists;

    void ensure(Connection connection) throws SQLException {
        if (!exists) {
            create(connection);
            exists = true;
        }
    }

    private synchronized void create(Connection connection) throws SQLException {
        if (isThere(connection)) {
            return;
        }
        String product = connection.getMetaData().getDatabaseProductName();
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE.formatted(
                    BYTES.getOrDefault(product, STANDARD_BYTES), TEXT.getOrDefault(product, STANDARD_TEXT)));
        } catch (SQLException e) {
            // another process may have made it in between
            if (!isThere(connection)) {
                throw e;
            }
        }
    }

    /** Asked by a query, which needs no right to read the catalogue or to make tables. */
    private static boolean isThere(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery(PROBE).close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
