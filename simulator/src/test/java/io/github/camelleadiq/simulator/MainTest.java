/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    @TempDir
    Path directory;

    @Test
    void theOptionsSetUpTheSimulator() {
        try (LeadIQSimulator simulator = Main.parse(
                        "--port",
                        "0",
                        "--dialect",
                        "documented",
                        "--key",
                        "cli-key",
                        "--credits",
                        "0.5",
                        "--population",
                        "7")
                .leadIQ()
                .start()) {
            Caller caller = new Caller(simulator, "cli-key");
            assertThat(caller.ask("{ account { __typename } }").has("errors")).isTrue();
            assertThat(caller.data("{ flatAdvancedSearch(input: {limit: 1}) { totalPeople } }")
                            .at("/flatAdvancedSearch/totalPeople")
                            .asInt())
                    .isEqualTo(7);
            assertThat(Caller.status(caller.ask("{ flatAdvancedSearch(input: {limit: 7}) { people { workEmails } } }")))
                    .isEqualTo(402);
        }
    }

    @Test
    void salesforceComesOnRequest() {
        assertThat(Main.parse("--port", "0").salesforce()).isNull();
        try (SalesforceSimulator salesforce =
                Main.parse("--salesforce-port", "0").salesforce().start()) {
            assertThat(salesforce.port()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--colour;red,Unknown option --colour; known are --port",
        "--port,The option --port needs a value",
        "--port;none,Not a value for --port: none",
        "--dialect;klingon,Not a value for --dialect: klingon; it takes live|documented",
        "--credits;-1,Not a value for --credits: -1",
        "'--key; ',Not a value for --key",
    })
    void mistakesAreNamed(String arguments, String message) {
        assertThatThrownBy(() -> Main.parse(arguments.split(";")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void helpIsPrintedWhateverElseIsThere() throws Exception {
        Outcome outcome = run("--colour", "--help");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.output())
                .startsWith("Usage: java -jar leadiq-simulator.jar [options]")
                .containsPattern("--port <port> .*\\(default: 8089\\)")
                .containsPattern("--salesforce-port <port> .*\\(default: no Salesforce\\)");
    }

    /** Whatever has a value as its default behaves the same when that value is given. */
    @Test
    void theDefaultsOfTheHelpAreTaken() throws Exception {
        Matcher shown = Pattern.compile("^ +(--[a-z-]+) .*\\(default: (\\S+)\\)$", Pattern.MULTILINE)
                .matcher(run("--help").output());
        String[] arguments = shown.results()
                .filter(option -> !option.group(1).equals("--port"))
                .flatMap(option -> Stream.of(option.group(1), option.group(2)))
                .toArray(String[]::new);

        assertThat(arguments)
                .containsSubsequence("--key", LeadIQSimulator.DEMO_KEY, "--dialect", "live")
                .containsSubsequence("--requests-per-minute", "60", "--latency-ms", "0", "--population", "1000");
        assertThat(Main.parse(arguments).leadIQ().config())
                .usingRecursiveComparison()
                .ignoringFields("clock")
                .isEqualTo(Main.parse().leadIQ().config());
    }

    @Test
    void aMistakeIsOneLineAndStatusTwo() throws Exception {
        Outcome outcome = run("--colour", "red");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors().lines()).hasSize(1).first().asString().startsWith("Unknown option --colour");
    }

    @Test
    void aPortInUseIsOneLineAndStatusTwo() throws Exception {
        try (LeadIQSimulator first = LeadIQSimulator.builder().start()) {
            Outcome outcome = run("--port", String.valueOf(first.port()));

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.errors())
                    .isEqualToNormalizingNewlines("Cannot listen on 127.0.0.1:" + first.port() + "\n");
        }
    }

    private Outcome run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(directory, "output", ".txt");
        Path errors = Files.createTempFile(directory, "errors", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES))
                    .as("ends by itself")
                    .isTrue();
            return new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
        } finally {
            process.destroyForcibly();
        }
    }

    private record Outcome(int status, String output, String errors) {}
}
