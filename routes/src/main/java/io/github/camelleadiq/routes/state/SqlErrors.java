/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.sql.SQLException;
import java.util.Set;

/** Which errors of a database pass by themselves, and how to tell of the others without telling values. */
final class SqlErrors {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> TRANSIENT_STATES = Set.of(
            // serialization failure, PostgreSQL's and H2's deadlock, lock not available
            "40001",
            "40P01",
            "55P03",
            // two nodes inserted the same row first: the second try finds it
            UNIQUE_VIOLATION);
    /** H2: lock timeout, deadlock, concurrent update. */
    private static final Set<Integer> TRANSIENT_H2_CODES = Set.of(50200, 40001, 90131);

    private SqlErrors() {}

    static boolean isTransient(Throwable thrown) {
        SQLException error = find(thrown);
        return error != null
                && (TRANSIENT_STATES.contains(error.getSQLState())
                        || TRANSIENT_H2_CODES.contains(error.getErrorCode()));
    }

    /** Databases put values and whole statements into their messages: only state, code and place are kept. */
    static StateException describe(String doing, Throwable thrown) {
        SQLException error = find(thrown);
        if (error == null) {
            return new StateException(
                    "Could not " + doing + ": " + thrown.getClass().getSimpleName(), withoutMessage(thrown));
        }
        String message =
                "Could not %s: SQL state %s, error %d".formatted(doing, error.getSQLState(), error.getErrorCode());
        return new StateException(message, withoutMessage(error));
    }

    private static Throwable withoutMessage(Throwable thrown) {
        Throwable copy = new Throwable(thrown.getClass().getName() + " (message left out: it can hold personal data)");
        copy.setStackTrace(thrown.getStackTrace());
        return copy;
    }

    private static SQLException find(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return error;
            }
        }
        return null;
    }
}
