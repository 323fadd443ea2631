/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A client that is not ours against the simulator: jsforce. It needs Node.js, npm and a registry. Without them this is
 * skipped, but not where {@code CI} is {@code true}.
 */
class JsforceIT {
    private static final int LEADS = 2_500;
    private static final Path SOURCE = Path.of("src", "test", "node");
    private static final Path WORK = Path.of("target", "jsforce");

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private final SalesforceSimulator simulator = SALESFORCE.simulator();

    @Test
    void jsforceTakesItForSalesforce() throws Exception {
        install();
        simulator.seed(
                "Lead", IntStream.range(0, LEADS).mapToObj(i -> Map.of("LastName", "Doe" + i, "Company", "Acme")));
        Outcome outcome = run(
                Duration.ofMinutes(2),
                Map.of(
                        "LOGIN_URL", simulator.url().toString(),
                        "CLIENT_ID", SalesforceSimulator.CLIENT_ID,
                        "CLIENT_SECRET", SalesforceSimulator.CLIENT_SECRET,
                        "USER_NAME", SalesforceSimulator.USER_NAME,
                        "PASSWORD", SalesforceSimulator.PASSWORD,
                        "API_VERSION", "62.0",
                        "LEADS", String.valueOf(LEADS)),
                "node",
                "drive.mjs");
        assertThat(outcome.output()).endsWith("done\n");
        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(simulator.history()).isNotEmpty().allMatch(write -> "jsforce-test".equals(write.client()));
        assertThat(simulator.records("Lead"))
                .filteredOn(lead -> lead.get("Title") != null)
                .hasSize(199);
    }

    /** What the lock file says, below {@code target}; a second run finds it there. */
    private static void install() throws Exception {
        Files.createDirectories(WORK);
        Path lock = WORK.resolve("package-lock.json");
        Path installed = WORK.resolve("installed-lock.json");
        for (String file : List.of("package.json", "package-lock.json", "drive.mjs")) {
            Files.copy(SOURCE.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(installed) && Files.mismatch(lock, installed) < 0) {
            return;
        }
        Outcome npm;
        try {
            run(Duration.ofSeconds(30), Map.of(), "node", "--version");
            npm = run(Duration.ofMinutes(5), Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        } catch (IOException e) {
            missing("Node.js or npm is not there: " + e.getMessage());
            return;
        }
        if (npm.code() != 0) {
            missing("npm could not install jsforce: " + npm.output());
        }
        Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void missing(String why) {
        assertThat(System.getenv("CI")).as(why).isNotEqualTo("true");
        abort("Not run against jsforce. " + why);
    }

    private record Outcome(int code, String output) {}

    private static Outcome run(Duration most, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(WORK, command[0], ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(WORK.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
            String text = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended)
                    .as(String.join(" ", command) + " takes too long: " + text)
                    .isTrue();
            return new Outcome(process.exitValue(), text);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
