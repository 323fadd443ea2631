/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.internal.credit.UniversalPurchase;
import io.github.camelleadiq.client.internal.graphql.Sale;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What every ledger in a database keeps to. */
abstract class JdbcLedgerContract extends LedgerContract {

    private JdbcCreditLedger ledger;

    abstract DataSource dataSource();

    @Override
    JdbcCreditLedger ledger() {
        if (ledger == null) {
            ledger = new JdbcCreditLedger(dataSource()).createTables();
        }
        return ledger;
    }

    @Test
    void keepsWhatACrashedProcessReservedUntilAnOperatorReleasesIt() {
        reserve("60", "100");
        JdbcCreditLedger restarted = new JdbcCreditLedger(dataSource()).createTables();

        assertThat(reserve("50", "100").reservation()).isNull();
        assertThat(restarted.releaseAbandoned(Duration.ofHours(1), NOW.plus(Duration.ofMinutes(59))))
                .isZero();
        assertThat(restarted.releaseAbandoned(Duration.ofHours(1), NOW.plus(Duration.ofMinutes(61))))
                .isPositive();
        assertThat(reserve("50", "100").reservation()).isNotNull();
    }

    @Test
    void forgetsWhatIsNoLongerFree() {
        UniversalPurchase purchase = new UniversalPurchase(
                List.of(new Sale(true, "p-ada-sample", Set.of(), List.of("c-example"))), PriceList.PUBLISHED, NOW);
        write(reserve("60", "100").reservation(), purchase);

        assertThat(ledger().forgetExpired(NOW.plus(Duration.ofDays(364)))).isZero();
        assertThat(ledger().forgetExpired(NOW.plus(Duration.ofDays(366)))).isPositive();
        assertThat(ledger().forgetExpired(NOW.plus(Duration.ofDays(366)))).isZero();
    }

    @Test
    void keepsNobodysId() throws Exception {
        UniversalPurchase purchase = new UniversalPurchase(
                List.of(new Sale(true, "p-ada-sample", Set.of(), List.of("c-example"))), PriceList.PUBLISHED, NOW);
        write(reserve("60", "100").reservation(), purchase);

        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT record_hash, fee_of FROM leadiq_credit_unlock")) {
            assertThat(row.next()).isTrue();
            do {
                assertThat(row.getString(1) + row.getString(2)).doesNotContain("ada", "example");
            } while (row.next());
        }
    }
}
