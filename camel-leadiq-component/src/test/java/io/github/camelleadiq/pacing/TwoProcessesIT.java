/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two JVMs, one PostgreSQL, one key.
 *
 * <p>The server allows 60 requests within any minute of its own, and its minute takes six seconds. The processes keep to
 * 500 a minute of theirs: a burst of 5 and 49.5 more in six seconds, which together is 54.5. So a server that never
 * refuses proves that they keep one limit together: if each kept it alone, 109 would come in those six seconds.
 */
class TwoProcessesIT {

    private static final int TIMES = 10;
    private static final int SERVER_LIMIT = 60;
    private static final int REQUESTS_PER_MINUTE = 500;
    private static final int BURST = 5;
    /** More than the server allows in a minute of its own. */
    private static final int OBSERVED = SERVER_LIMIT * 4 / 3;

    private static final Pattern RESULT = Pattern.compile("succeeded (\\d+) failed (\\d+)");

    private final List<Process> processes = new ArrayList<>();

    @Test
    void keepOneLimitTogether() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                LeadIQSimulator simulator = LeadIQSimulator.builder()
                        .clock(new FastClock(TIMES))
                        .requestsPerMinute(SERVER_LIMIT)
                        .start()) {
            SharedBuckets.createTable(postgres.getPostgresDatabase());
            String database = postgres.getJdbcUrl("postgres", "postgres");
            processes.add(start(simulator.url().toString(), database));
            processes.add(start(simulator.url().toString(), database));
            // both have asked for the schema and so are at work
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> simulator.requests().stream()
                                    .filter(request -> request.introspection())
                                    .count()
                            == 2);
            long before = lookups(simulator);

            await().atMost(Duration.ofMinutes(2)).until(() -> lookups(simulator) - before >= OBSERVED);

            List<Matcher> results = finish();
            assertThat(simulator.rateLimitedCount()).isZero();
            assertThat(results).allSatisfy(result -> {
                assertThat(Integer.parseInt(result.group(1))).as("share").isGreaterThanOrEqualTo(10);
                assertThat(result.group(2)).isEqualTo("0");
            });
        }
    }

    private static long lookups(LeadIQSimulator simulator) {
        return simulator.requests().stream()
                .filter(request -> !request.introspection())
                .count();
    }

    private static Process start(String simulator, String database) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        PacedProcess.class.getName(),
                        simulator,
                        database,
                        String.valueOf(REQUESTS_PER_MINUTE),
                        String.valueOf(BURST))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private List<Matcher> finish() throws IOException, InterruptedException {
        List<Matcher> results = new ArrayList<>();
        for (Process process : processes) {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            Matcher result = RESULT.matcher(output);
            assertThat(result.find()).as(output).isTrue();
            results.add(result);
        }
        return results;
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }
}
