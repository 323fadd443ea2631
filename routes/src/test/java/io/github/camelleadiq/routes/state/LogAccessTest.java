/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for each batch must not read the whole log: after a backfill it has an entry for each record. */
class LogAccessTest {
    private static final int ENTRIES = 2_000;
    private static final int RECORDS = 200;

    @TempDir
    Path directory;

    private H2State h2;

    @BeforeEach
    void fill() {
        h2 = H2State.file(directory.resolve("state"));
        EnrichmentState.open(h2.dataSource())
                .log()
                .append(IntStream.range(0, ENTRIES)
                        .mapToObj(
                                i -> LogEntry.builder("run", "Lead", "00Q" + i, Outcome.NOTHING_MISSING, Instant.now())
                                        .build())
                        .toList());
    }

    @Test
    void earlierEnrichmentsAreFoundByRecord() throws Exception {
        assertThat(entriesRead(EnrichmentLog.LAST_ENRICHED)).isLessThan(3 * RECORDS);
    }

    @Test
    void unsettledWritesAreFoundByRecord() throws Exception {
        assertThat(entriesRead(EnrichmentLog.INTENDED)).isLessThan(3 * RECORDS);
    }

    @Test
    void oldValuesAreLookedForBehindThoseThatAreForgotten() throws Exception {
        assertThat(entriesRead(EnrichmentLog.WITH_VALUES, explain -> {
                    explain.setLong(1, ENTRIES - RECORDS);
                    explain.setObject(2, Columns.time(Instant.now().plusSeconds(60)));
                    explain.setObject(3, Columns.time(Instant.now()));
                    explain.setInt(4, ENTRIES);
                }))
                .isLessThan(3 * RECORDS);
    }

    private int entriesRead(String query) throws Exception {
        return entriesRead(query, explain -> {
            explain.setObject(
                    1, IntStream.range(0, RECORDS).mapToObj(i -> "00Q" + i).toArray(String[]::new));
            explain.setString(2, "Lead");
        });
    }

    private int entriesRead(String query, Arguments arguments) throws Exception {
        try (Connection connection = h2.dataSource().getConnection();
                PreparedStatement explain = connection.prepareStatement("explain analyze " + query)) {
            arguments.set(explain);
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                return List.of(plan.getString(1).split("scanCount: ")).stream()
                        .skip(1)
                        .mapToInt(count -> Integer.parseInt(count.split("\\D", 2)[0]))
                        .max()
                        .orElseThrow();
            }
        } finally {
            h2.close();
        }
    }

    private interface Arguments {
        void set(PreparedStatement statement) throws SQLException;
    }
}
