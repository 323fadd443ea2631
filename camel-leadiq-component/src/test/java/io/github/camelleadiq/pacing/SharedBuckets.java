/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.pacing;

import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Buckets in a table of PostgreSQL, set up as the documentation says. */
public final class SharedBuckets {

    private SharedBuckets() {}

    public static void createTable(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS leadiq_pacer"
                    + " (id VARCHAR(80) PRIMARY KEY, state BYTEA, expires_at BIGINT)");
        }
    }

    public static ProxyManager<String> in(DataSource database) {
        return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table("leadiq_pacer")
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .build();
    }
}
