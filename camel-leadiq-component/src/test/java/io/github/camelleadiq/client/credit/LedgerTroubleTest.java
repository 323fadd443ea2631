/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Charge;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Claim;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger.Reservation;
import io.github.camelleadiq.client.internal.credit.LedgerAccess;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A ledger whose database, or whose threads, are away. */
class LedgerTroubleTest {

    @Test
    void aPoolThatHasWaitedForAConnectionIsNotMadeToWaitAgain() {
        AtomicInteger asked = new AtomicInteger();
        DataSource dead = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    throw new SQLTransientConnectionException("no connection within 30 s");
                });
        assertThatThrownBy(() -> new JdbcCreditLedger(dead).totals("account", "2026-11"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(asked).hasValue(1);
    }

    /** As after a restart of the database: the pool has dead connections, and a good one at last. */
    @Test
    void whatFailsWithALostConnectionIsDoneWithTheNextOne() {
        Breaking database = new Breaking("prepareStatement", 3);
        JdbcCreditLedger ledger = new JdbcCreditLedger(database.dataSource()).createTables();
        Reservation reservation = reserve(ledger);

        database.lose();
        ledger.settle(List.of(new Charge(reservation, Purchase.of(BigDecimal.TEN, false))));

        assertThat(ledger.totals("account", "2026-11").spent()).isEqualByComparingTo("10");
        assertThat(ledger.totals("account", "2026-11").reserved()).isEqualByComparingTo("0");
    }

    /** It may be written: once more, and it would be counted twice. */
    @Test
    void whatMayBeCommittedIsNotRepeated() {
        Breaking database = new Breaking("commit", 1);
        JdbcCreditLedger ledger = new JdbcCreditLedger(database.dataSource()).createTables();
        Reservation reservation = reserve(ledger);

        database.lose();
        assertThatThrownBy(() -> ledger.settle(List.of(new Charge(reservation, Purchase.of(BigDecimal.TEN, false)))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ledger.totals("account", "2026-11").spent()).isEqualByComparingTo("10");
    }

    /** What is committed stays so, whatever becomes of the connection. */
    @Test
    void aConnectionThatCannotBeClosedIsNoReasonToRepeat() {
        Breaking database = new Breaking("close", 1);
        JdbcCreditLedger ledger = new JdbcCreditLedger(database.dataSource()).createTables();
        Reservation reservation = reserve(ledger);

        database.lose();
        ledger.settle(List.of(new Charge(reservation, Purchase.of(BigDecimal.TEN, false))));

        assertThat(ledger.totals("account", "2026-11").spent()).isEqualByComparingTo("10");
    }

    private static Reservation reserve(JdbcCreditLedger ledger) {
        Claim claim = new Claim("account", List.of("2026-11"), "2026-11", BigDecimal.TEN, null, Instant.EPOCH);
        return ledger.reserve(List.of(claim)).get(0).reservation();
    }

    /** A database of which some connections are lost: what is done last is done all the same, what comes before is not. */
    private static final class Breaking {
        private final JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1", "sa", "");
        private final AtomicInteger left = new AtomicInteger();
        private final String method;
        private final int times;

        /** @param method at which a connection turns out to be lost, after the database has done it */
        Breaking(String method, int times) {
            this.method = method;
            this.times = times;
        }

        void lose() {
            left.set(times);
        }

        DataSource dataSource() {
            return (DataSource) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, called, arguments) -> connection((Connection) called.invoke(pool, arguments)));
        }

        private Connection connection(Connection real) {
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, called, arguments) -> {
                        Object result = called.invoke(real, arguments);
                        if (called.getName().equals(method) && left.getAndDecrement() > 0) {
                            throw new SQLNonTransientConnectionException("the connection was lost", "08006");
                        }
                        return result;
                    });
        }
    }

    @Test
    void aPoolOfOneConnectionIsEnoughToReleaseWhatIsAbandoned() throws Exception {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1", "sa", "");
        pool.setMaxConnections(1);
        pool.setLoginTimeout(1);
        JdbcCreditLedger ledger = new JdbcCreditLedger(pool).createTables();
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        ledger.reserve(List.of(new Claim("account", List.of("2026-11"), "2026-11", BigDecimal.ONE, null, now)));

        assertThat(ledger.releaseAbandoned(Duration.ofHours(1), now.plus(Duration.ofHours(2))))
                .isEqualTo(1);
        pool.dispose();
    }

    /** H2 keeps a time-out for the connection: others that share the pool would be cut short by ours. */
    @Test
    void aTimeoutOfOursIsNotLeftToTheNextOne() throws Exception {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1", "sa", "");
        pool.setMaxConnections(1);
        new JdbcCreditLedger(pool)
                .createTables()
                .reserve(List.of(
                        new Claim("account", List.of("2026-11"), "2026-11", BigDecimal.ONE, null, Instant.EPOCH)));

        try (Connection next = pool.getConnection();
                Statement statement = next.createStatement()) {
            assertThat(statement.getQueryTimeout()).isZero();
        }
        pool.dispose();
    }

    @Test
    void whatWasReservedIsGivenBackEvenWhenTheWorkersAreGone() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        ExecutorService workers = Executors.newSingleThreadExecutor();
        workers.shutdown();
        LedgerAccess ledger = new LedgerAccess(new JdbcCreditLedger(database).createTables(), workers);

        assertThat(ledger.call(known -> known.totals("account", "2026-11"))).isCompletedExceptionally();
        assertThat(ledger.callLast(known -> known.totals("account", "2026-11")))
                .isCompletedWithValue(LeadIQCreditLedger.Totals.ZERO);
    }
}
