/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class H2CreditLedgerTest extends JdbcLedgerContract {

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1", "sa", "");

    @Override
    DataSource dataSource() {
        return pool;
    }

    /** H2 says how many rows it has read for a statement. */
    @Test
    void aSettlementReadsNotAllThatWasEverBought() throws Exception {
        new JdbcCreditLedger(pool).createTables();
        try (Connection connection = pool.getConnection();
                Statement fill = connection.createStatement();
                PreparedStatement explain =
                        connection.prepareStatement("EXPLAIN ANALYZE " + LedgerTables.unlocksOf(2))) {
            fill.execute(
                    "INSERT INTO leadiq_credit_unlock SELECT 'account', 'record-' || X, 'EMAIL', CURRENT_TIMESTAMP,"
                            + " 1, NULL FROM SYSTEM_RANGE(1, 1000)");
            for (int record = 0; record < 2; record++) {
                explain.setString(2 * record + 1, "account");
                explain.setString(2 * record + 2, "record-" + (500 + record));
            }
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                assertThat(Pattern.compile("scanCount: (\\d+)")
                                .matcher(plan.getString(1))
                                .results()
                                .map(count -> Integer.valueOf(count.group(1))))
                        .hasSize(2)
                        .allMatch(rows -> rows < 10);
            }
        }
    }

    @AfterEach
    void close() {
        pool.dispose();
    }
}
