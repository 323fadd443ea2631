/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.cache.JdbcCache;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The statements of the pages make the tables that the component looks for. They are those for PostgreSQL. */
class SqlSnippetsTest {
    @ParameterizedTest
    @MethodSource("statements")
    void everyStatementRuns(String snippet) throws SQLException {
        try (Connection database = postgres()) {
            database.createStatement().execute(RouteSnippetsTest.text(snippet));

            assertThat(columns(database)).isNotEmpty();
        }
    }

    static List<String> statements() {
        return RouteSnippetsTest.snippets(".sql").toList();
    }

    /** By name and nullability; the types of open-ended columns differ from database to database. */
    @Test
    void theCacheIsTheOneThatTheComponentMakes() throws Exception {
        JdbcDataSource made = new JdbcDataSource();
        made.setUrl("jdbc:h2:mem:made-by-the-component;DB_CLOSE_DELAY=-1");
        new JdbcCache(made, 1, Runnable::run).get("any").toCompletableFuture().join();

        try (Connection shown = postgres();
                Connection component = made.getConnection()) {
            shown.createStatement().execute(RouteSnippetsTest.text("caching/the-database.sql"));

            assertThat(columns(shown)).isEqualTo(columns(component));
        }
    }

    private static Connection postgres() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    }

    private static List<String> columns(Connection database) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = database.createStatement()
                .executeQuery("SELECT LOWER(table_name), LOWER(column_name), is_nullable"
                        + " FROM information_schema.columns WHERE LOWER(table_name) LIKE 'leadiq%' ORDER BY 1, 2")) {
            while (rows.next()) {
                columns.add(rows.getString(1) + "." + rows.getString(2) + " nullable " + rows.getString(3));
            }
        }
        return columns;
    }
}
