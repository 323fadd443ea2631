/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one block of service.md, in each of its three spellings, enriches a lead that is new in the org. */
class ServiceSnippetsTest {
    private static final String ORG = "https://example.my.salesforce.com";

    static final String FIRST = "service/first.properties";
    static final String WITHOUT_AN_ORG = "service/the-same-without-an-org-and-without-an-account.properties";

    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension(LeadIQSimulator.builder());

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE =
            new SalesforceSimulatorExtension(SalesforceSimulator.builder());

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {FIRST, WITHOUT_AN_ORG, "service/in-java.java", "service/in-yaml.yaml"})
    void enriches(String snippet) throws Exception {
        Path local = directory.resolve(Path.of(snippet).getFileName());
        Files.writeString(
                local,
                withState(text(snippet))
                        .replace(ORG, SALESFORCE.simulator().url().toString()));
        Main main = new Main();
        main.addOverrideProperty(
                "camel.component.leadiq.url", LEADIQ.simulator().url().toString());
        switch (snippet.substring(snippet.lastIndexOf('.'))) {
            case ".properties" ->
                main.setDefaultPropertyPlaceholderLocation(local.toUri().toString());
            case ".java" -> main.configure().addRoutesBuilder(java(snippet, local));
            default -> main.configure().setRoutesIncludePattern(local.toUri().toString());
        }
        main.start();
        try {
            assertThat(main.getCamelContext().getStatus().isStarted()).isTrue();
            String id = SALESFORCE
                    .simulator()
                    .create(
                            "Lead",
                            Map.of(
                                    "LastName",
                                    "Example",
                                    "FirstName",
                                    "Ada",
                                    "Company",
                                    "Example",
                                    "Website",
                                    "https://example.com"));
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(SALESFORCE.simulator().record("Lead", id))
                            .extractingByKey("Email")
                            .asString()
                            .endsWith("@example.com"));
        } finally {
            main.stop();
        }
    }

    /** Two lines more than the first file, and no file by themselves. */
    private static String text(String snippet) throws Exception {
        String text = RouteSnippetsTest.text(snippet);
        return snippet.equals(WITHOUT_AN_ORG) ? RouteSnippetsTest.text(FIRST) + "\n" + text : text;
    }

    /** The state belongs into the test's own directory, which each spelling says in its own way. */
    private String withState(String block) {
        String state = directory.resolve("state").toString();
        return block.replace(
                        "enrichment.mode = live", "enrichment.mode = live\ncamel.beans.enrichment.stateFile = " + state)
                .replace("mode: live", "mode: live\n        stateFile: " + state)
                .replace("setMode(\"live\");", "setMode(\"live\");\nenrichment.setStateFile(\"" + state + "\");");
    }

    private RouteBuilder java(String snippet, Path local) throws Exception {
        Surroundings block = JavaSnippets.compile(Map.of(snippet, Files.readString(local)), directory)
                .of(snippet);
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                getContext().addRoutes(block.in(getContext(), null));
            }
        };
    }
}
