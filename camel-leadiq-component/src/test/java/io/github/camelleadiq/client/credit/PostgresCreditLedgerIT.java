/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresCreditLedgerIT extends JdbcLedgerContract {

    private static EmbeddedPostgres postgres;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startPostgres() throws Exception {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        postgres.close();
    }

    @Override
    DataSource dataSource() {
        return postgres.getPostgresDatabase();
    }

    @Test
    void twoProcessesKeepOneBudget() throws Exception {
        BigDecimal budget = new BigDecimal("300");
        new JdbcCreditLedger(dataSource()).createTables();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            SpendingProcess.class.getName(),
                            postgres.getJdbcUrl("postgres", "postgres"),
                            "shared-account",
                            budget.toPlainString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(file(i))
                    .start());
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < 2; i++) {
            assertThat(processes.get(i).waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(processes.get(i).exitValue()).isZero();
            BigDecimal spent = new BigDecimal(Files.readString(file(i).toPath())
                    .lines()
                    .reduce((a, b) -> b)
                    .orElseThrow());
            assertThat(spent).isPositive();
            sum = sum.add(spent);
        }
        LeadIQCreditLedger.Totals totals = new JdbcCreditLedger(dataSource()).totals("shared-account", PERIODS.get(2));
        assertThat(totals.spent()).isEqualByComparingTo(sum).isLessThanOrEqualTo(budget);
        assertThat(totals.reserved()).isEqualByComparingTo("0");
        assertThat(sum).isGreaterThan(budget.subtract(new BigDecimal("15")));
    }

    private File file(int process) {
        return folder.resolve("process-" + process).toFile();
    }
}
