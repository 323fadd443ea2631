/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
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
