/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Removal of old rows in portions, each a transaction of its own, so that they do not hold others up.
 *
 * @param sql where
 */
record Portions(Sql sql) {
    static final int PORTION = 5_000;

    /**
     * Removes all rows from before.
     *
     * @param keys finds rows by their keys; its arguments are a time and the size of a portion
     * @param removal removes one of them; its arguments are what {@code keys} has found. One statement with a query in it
     *     would take a minute for a portion in H2, which asks that query again for each row
     * @return how many rows there were
     */
    int remove(String doing, String keys, String removal, Instant before) {
        int all = 0;
        int found;
        do {
            found = sql.write(doing, () -> {
                List<Object[]> rows = sql.jdbc().query(keys, (row, number) -> key(row), Columns.time(before), PORTION);
                sql.jdbc().batchUpdate(removal, rows);
                return rows.size();
            });
            all += found;
        } while (found == PORTION);
        return all;
    }

    private static Object[] key(ResultSet row) throws SQLException {
        Object[] key = new Object[row.getMetaData().getColumnCount()];
        for (int column = 0; column < key.length; column++) {
            key[column] = row.getObject(column + 1);
        }
        return key;
    }
}
