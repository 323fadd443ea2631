/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.time.Instant;

/**
 * Changes to old rows in portions, each a transaction of its own, so that they do not hold others up.
 *
 * @param sql where
 */
record Portions(Sql sql) {
    static final int PORTION = 5_000;

    /**
     * Changes all rows from before.
     *
     * @param statement its arguments are a time and the size of a portion; must not find again what it has changed
     * @return how many rows there were
     */
    int all(String doing, String statement, Instant before) {
        int all = 0;
        int changed;
        do {
            changed = sql.write(doing, () -> sql.jdbc().update(statement, Columns.time(before), PORTION));
            all += changed;
        } while (changed == PORTION);
        return all;
    }
}
