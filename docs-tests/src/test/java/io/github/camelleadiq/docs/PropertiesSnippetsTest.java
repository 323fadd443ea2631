/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Camel Main takes the properties of the pages, and with those of Salesforce the templates that the pages show run. */
class PropertiesSnippetsTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension(LeadIQSimulator.builder());

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE =
            new SalesforceSimulatorExtension(SalesforceSimulator.builder());

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("properties")
    void everyOptionIsKnown(String snippet) throws Exception {
        try (H2State h2 = H2State.file(directory.resolve("state"))) {
            Main main = main(snippet, h2);
            main.start();
            try {
                assertThat(main.getCamelContext().getStatus().isStarted()).isTrue();
                assertThat(main.getCamelContext()
                                .getComponent("leadiq", LeadIQComponent.class)
                                .getConfiguration()
                                .getUrl())
                        .isEqualTo(LEADIQ.simulator().url().toString());
            } finally {
                main.stop();
            }
        }
    }

    static List<String> properties() {
        return RouteSnippetsTest.snippets(".properties")
                .filter(snippet -> !snippet.startsWith("service/"))
                .toList();
    }

    /** The routes of salesforce.md and enrichment.md, as they are, fill a lead from the backfill. */
    @Test
    void theTemplatesEnrichALead() throws Exception {
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
        try (H2State h2 = H2State.file(directory.resolve("state"))) {
            Main main = main("salesforce/what-to-write.properties", h2);
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    for (String end : List.of("read", "write", "describe")) {
                        from("direct:" + end).to("direct:leadiq-salesforce-" + end);
                    }
                }
            });
            main.start();
            try {
                await().atMost(Duration.ofMinutes(2))
                        .untilAsserted(() -> assertThat(SALESFORCE.simulator().record("Lead", id))
                                .extractingByKey("Email")
                                .asString()
                                .endsWith("@example.com"));
            } finally {
                main.stop();
            }
        }
    }

    private static Main main(String snippet, H2State h2) {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("file:" + DocPage.snippets().resolve(snippet));
        main.addOverrideProperty(
                "camel.component.leadiq.url", LEADIQ.simulator().url().toString());
        if (RouteSnippetsTest.text(snippet).contains("camel.component.salesforce.")) {
            main.addOverrideProperty(
                    "camel.component.salesforce.loginUrl",
                    SALESFORCE.simulator().url().toString());
        }
        main.bind("leadiqState", EnrichmentState.open(h2.dataSource()));
        return main;
    }
}
