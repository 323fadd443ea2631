/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions that are on disk when they return, tried again when the database says that it was a matter of luck. */
final class Sql {
    private static final int ATTEMPTS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 40;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final boolean flushAfterCommit;
    /** Whether this thread is inside a transaction of ours, which then takes in what is written meanwhile. */
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    /**
     * @param flushAfterCommit whether a commit alone is not on disk: H2 writes in the background, even with WRITE_DELAY=0
     */
    Sql(DataSource dataSource, boolean flushAfterCommit) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        // a caller's own transaction must not take ours in: what we report as stored would not be
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        // each statement has to see what was committed while it waited for a lock
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.flushAfterCommit = flushAfterCommit;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Runs the work in a transaction; the work can run several times and must not change anything but the database. */
    <T> T write(String doing, Supplier<T> work) {
        if (inside.get()) {
            return work.get();
        }
        T result = retrying(doing, () -> {
            inside.set(true);
            try {
                return transaction.execute(status -> work.get());
            } finally {
                inside.remove();
            }
        });
        if (flushAfterCommit) {
            retrying(doing, () -> {
                jdbc.execute("checkpoint sync");
                return null;
            });
        }
        return result;
    }

    /** Runs a single statement that reads. */
    <T> T read(String doing, Supplier<T> work) {
        return inside.get() ? work.get() : retrying(doing, work);
    }

    private static <T> T retrying(String doing, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DataAccessException | TransactionException e) {
                if (attempt == ATTEMPTS || !SqlErrors.isTransient(e)) {
                    throw SqlErrors.describe(doing, e);
                }
                // chance keeps those who collided from colliding again
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextLong(1, LONGEST_PAUSE_MILLIS)));
            }
        }
    }
}
