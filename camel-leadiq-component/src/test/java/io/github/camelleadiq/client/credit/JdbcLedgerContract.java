/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.cache.CacheSecrets;
import io.github.camelleadiq.client.internal.credit.RecordHashes;
import io.github.camelleadiq.client.internal.graphql.Sale;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
        buy(CacheSecrets.none(), NOW, new Sale(true, "p-ada-sample", Set.of(), List.of("c-example")));

        assertThat(ledger().forgetExpired(NOW.plus(Duration.ofDays(364)))).isZero();
        assertThat(ledger().forgetExpired(NOW.plus(Duration.ofDays(366)))).isPositive();
        assertThat(ledger().forgetExpired(NOW.plus(Duration.ofDays(366)))).isZero();
    }

    @Test
    void keepsNobodysId() throws Exception {
        buy(CacheSecrets.none(), NOW, new Sale(true, "p-ada-sample", Set.of(), List.of("c-example")));

        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT record_hash, fee_of FROM leadiq_credit_unlock")) {
            assertThat(row.next()).isTrue();
            do {
                assertThat(row.getString(1) + row.getString(2)).doesNotContain("ada", "example");
            } while (row.next());
        }
    }

    @Test
    void withASecretNoHashIsThereThatCanBeMadeWithoutIt() throws Exception {
        Sale sale = new Sale(true, "p-grace-sample", Set.of(DataPoint.EMAIL), List.of("c-navy"));
        buy(CacheSecrets.none(), NOW, sale);
        List<String> former = hashes("p-grace-sample", CacheSecrets.none());
        assertThat(rows(former)).isEqualTo(2);

        buy(FIRST, NOW, sale);
        assertThat(rows(former)).as("in the clear").isZero();
        assertThat(rows(hashes("p-grace-sample", FIRST))).isEqualTo(2);

        buy(SECOND, NOW, sale);
        assertThat(rows(hashes("p-grace-sample", FIRST)))
                .as("under the former secret")
                .isZero();
        assertThat(rows(hashes("p-grace-sample", SECOND))).isEqualTo(2);
    }

    /** The first is the one that is written. */
    private static List<String> hashes(String recordId, CacheSecrets secrets) {
        return new RecordHashes(secrets).of(recordId);
    }

    private int rows(List<String> hashes) throws Exception {
        try (Connection connection = dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT COUNT(*) FROM leadiq_credit_unlock WHERE record_hash = ?")) {
            select.setString(1, hashes.get(0));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
