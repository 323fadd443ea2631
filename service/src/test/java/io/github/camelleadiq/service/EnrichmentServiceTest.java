/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import io.github.camelleadiq.simulator.salesforce.SalesforceFaults;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, as a user starts it, between the two simulators. */
class EnrichmentServiceTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private static final Duration LONG = Duration.ofSeconds(120);

    private final LeadIQSimulator leadIQ = LEADIQ.simulator();
    private final SalesforceSimulator salesforce = SALESFORCE.simulator();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    private Process process;

    @AfterEach
    void stop() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** The five lines, and where the simulated LeadIQ is. */
    private List<String> fiveLines() {
        return new ArrayList<>(List.of(
                "camel.beans.enrichment = #class:io.github.camelleadiq.routes.SalesforceEnrichment",
                "camel.beans.enrichment.loginUrl = " + salesforce.url(),
                "camel.beans.enrichment.clientId = {{env:SALESFORCE_CLIENT_ID}}",
                "camel.beans.enrichment.clientSecret = {{env:SALESFORCE_CLIENT_SECRET}}",
                "camel.beans.enrichment.mode = live",
                "camel.component.leadiq.url = " + leadIQ.url()));
    }

    private void start(List<String> config, Map<String, String> environment, String... options) throws IOException {
        Path file = Files.write(directory.resolve("application.properties"), config);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                EnrichmentService.class.getName(),
                "--config",
                file.toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SALESFORCE_CLIENT_ID",
                        SalesforceSimulator.CLIENT_ID,
                        "SALESFORCE_CLIENT_SECRET",
                        SalesforceSimulator.CLIENT_SECRET,
                        "LEADIQ_API_KEY",
                        LeadIQSimulator.DEMO_KEY));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log());
        process = builder.start();
    }

    private File log() {
        return directory.resolve("log.txt").toFile();
    }

    private String said() throws IOException {
        return Files.readString(log().toPath());
    }

    private int end() throws InterruptedException {
        assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String get(int port, String path) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void fiveLinesEnrichARecordUntilTheSignalComes() throws Exception {
        int port = freePort();
        start(fiveLines(), Map.of(), "--port", String.valueOf(port));
        await().atMost(LONG).until(() -> salesforce.streaming().subscriptions() == 3);
        String id = salesforce.create(
                "Lead", Map.of("FirstName", "Ada", "LastName", "Sample", "Company", "Acme", "Website", "acme.example"));

        await().atMost(LONG).until(() -> salesforce.record("Lead", id).get("Title") != null);

        assertThat(get(port, "/observe/health")).contains("\"status\"", "UP");
        assertThat(get(port, "/observe/metrics")).contains("camel_exchanges", "leadiq_");
        assertThat(said()).contains("Enriches Lead (Email, ", "Mode live: spends credits", "leadiq-state");

        process.destroy();
        // 143: ended by the signal, after the hooks of the virtual machine
        assertThat(end()).isEqualTo(143);
        assertThat(said())
                .doesNotContain("\tat ")
                .doesNotContain(LeadIQSimulator.DEMO_KEY, SalesforceSimulator.CLIENT_SECRET);
        assertThat(said()).contains("leadiq-enrichment").contains("is shutdown").doesNotContain("Forcing");
        // whoever is killed leaves sessions behind, for 40 seconds
        assertThat(salesforce.streaming().sessions()).isZero();
    }

    @Test
    void whatIsWrongIsToldInALineEach() throws Exception {
        start(
                fiveLines(),
                Map.of("LEADIQ_API_KEY", "not-the-key", "SALESFORCE_CLIENT_SECRET", "not-the-secret"),
                "--dry-run",
                "--port",
                "0");

        assertThat(end()).isEqualTo(EnrichmentService.REFUSED);
        assertThat(said().lines()
                        .filter(line -> !line.matches("\\d\\d:\\d\\d:\\d\\d .*"))
                        .toList())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("Salesforce refuses the login (invalid_client)"))
                .anyMatch(line -> line.startsWith("LeadIQ refuses the API key"));
        assertThat(said()).doesNotContain("not-the-secret", "not-the-key");
    }

    @Test
    void aCheckStartsNothing() throws Exception {
        // as one does not see them: blanks after a value
        start(fiveLines().stream().map(line -> line + "  ").toList(), Map.of(), "--check");

        assertThat(end()).isEqualTo(EnrichmentService.DONE);
        assertThat(said()).contains("All is well: nothing was started");
        assertThat(salesforce.streaming().subscriptions()).isZero();
        assertThat(leadIQ.meter().total(LeadIQSimulator.DEMO_KEY)).isZero();
    }

    @Test
    void anOptionThatDoesNotExistIsNamedWithoutItsValue() throws Exception {
        List<String> config = fiveLines();
        config.add("camel.beans.enrichment.clientSecrit = hidden-value");
        start(config, Map.of(), "--check");

        assertThat(end()).isEqualTo(EnrichmentService.REFUSED);
        assertThat(said())
                .hasLineCount(1)
                .startsWith("Cannot set camel.beans.enrichment.clientSecrit: there is no such option")
                .doesNotContain("hidden-value");
    }

    @Test
    void aValueThatAnOptionDoesNotTakeIsToldWithoutIt() throws Exception {
        List<String> config = fiveLines();
        config.add("camel.beans.enrichment.creditBudget = hidden-value");
        start(config, Map.of(), "--check");

        assertThat(end()).isEqualTo(EnrichmentService.REFUSED);
        assertThat(said())
                .hasLineCount(1)
                .startsWith("Cannot set camel.beans.enrichment.creditBudget: it does not take this value")
                .doesNotContain("hidden-value");
    }

    @Test
    void aCheckIsNotWellIfNobodyAnswers() throws Exception {
        salesforce.faults().when(request -> true, SalesforceFaults.unavailable());
        start(fiveLines(), Map.of(), "--check");

        assertThat(end()).isEqualTo(EnrichmentService.REFUSED);
        assertThat(said())
                .contains("Salesforce cannot be asked now", "not all is well")
                .doesNotContain("All is well");
    }

    @Test
    void aPortInUseIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            start(fiveLines(), Map.of(), "--dry-run", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(end()).isEqualTo(EnrichmentService.REFUSED);
            assertThat(said())
                    .hasLineCount(1)
                    .startsWith("Health and metrics cannot have port " + taken.getLocalPort())
                    .contains("--port");
        }
    }

    @Test
    void theConsoleHasOneLineForAFailure() throws Exception {
        Files.writeString(
                directory.resolve("route.yaml"),
                """
                - route:
                    from:
                      uri: timer:once
                      parameters:
                        repeatCount: 1
                        delay: 0
                      steps:
                        - throwException:
                            exceptionType: java.lang.IllegalStateException
                            message: as told to
                """);
        start(List.of(), Map.of(), "--routes", "route.yaml", "--port", "0");

        await().atMost(LONG).until(() -> said().contains("as told to"));
        process.destroy();
        assertThat(end()).isEqualTo(143);
        assertThat(said().lines()).allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d .*"));
    }

    @Test
    void runsAnyRouteInYaml() throws Exception {
        Files.writeString(
                directory.resolve("route.yaml"),
                """
                - route:
                    from:
                      uri: timer:once
                      parameters:
                        repeatCount: 1
                        delay: 0
                      steps:
                        - setBody:
                            constant:
                              expression: '{"input": {"email": "ada.sample@acme.example"}}'
                        - to:
                            uri: leadiq:searchPeople
                            parameters:
                              resultType: JSON
                        - to:
                            uri: file:answers
                            parameters:
                              fileName: ada.json
                """);
        start(
                List.of("camel.component.leadiq.url = " + leadIQ.url()),
                Map.of(),
                "--routes",
                "route.yaml",
                "--port",
                "0");

        await().atMost(LONG).until(() -> Files.exists(directory.resolve("answers/ada.json")));
    }

    @Test
    void theRouteOfTheReadmeLogsWhatCameBack() throws Exception {
        Path readme = Path.of("..", "docs", "snippets", "readme").toAbsolutePath();
        List<String> config = Files.readAllLines(readme.resolve("lookup.properties")).stream()
                .map(line -> line.replace(
                        "http://127.0.0.1:8089/graphql", leadIQ.url().toString()))
                .toList();
        start(config, Map.of(), "--routes", readme.resolve("lookup.yaml").toString(), "--port", "0");

        await().atMost(LONG).untilAsserted(() -> assertThat(said()).contains("route.", "Ada Example, for 1 credits"));
    }
}
