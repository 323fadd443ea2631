/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The credits of each run, summed up as the log is written: a budget looks at them for each batch, and a run can have
 * millions of entries. Has to be called inside the transaction that changes the log.
 */
final class Spent {
    private final JdbcTemplate jdbc;

    Spent(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(String runId, BigDecimal credits) {
        if (credits.signum() == 0) {
            return;
        }
        int known = jdbc.update("update leadiq_spent set credits = credits + ? where run_id = ?", credits, runId);
        if (known == 0) {
            // should another writer be first, the transaction is repeated
            jdbc.update("insert into leadiq_spent (run_id, credits) values (?, ?)", runId, credits);
        }
    }

    /** Takes off what intentions say that are about to be deleted. */
    void subtractIntended(Long[] ids) {
        // in one order, so that two writers cannot wait for each other
        Map<String, BigDecimal> credits = new TreeMap<>();
        jdbc.query(
                """
                select run_id, sum(credits) as credits from leadiq_log
                where outcome = 'INTENDED' and id = any (?) group by run_id
                """,
                row -> {
                    credits.put(row.getString("run_id"), row.getBigDecimal("credits"));
                },
                (Object) ids);
        credits.forEach((runId, sum) -> add(runId, sum.negate()));
    }

    BigDecimal of(String runId) {
        return jdbc
                .query(
                        "select credits from leadiq_spent where run_id = ?",
                        (row, number) -> Columns.credits(row, "credits"),
                        runId)
                .stream()
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
