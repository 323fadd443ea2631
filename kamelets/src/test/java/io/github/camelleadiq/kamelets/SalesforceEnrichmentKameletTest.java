/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.PreflightException;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The round trip as a Kamelet, between the two simulators. */
class SalesforceEnrichmentKameletTest {

    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private final Completed completed = new Completed();

    @Test
    void enrichesWhatIsThereAndWhatChangesAndTellsOfIt(@TempDir Path directory) throws Exception {
        SalesforceSimulator salesforce = SALESFORCE.simulator();
        String there = lead(salesforce);
        Main main = main(directory, SalesforceSimulator.CLIENT_SECRET);
        main.start();
        try {
            until(() -> salesforce.record("Lead", there).get("Title") != null);
            String fresh = lead(salesforce);
            until(() -> salesforce.record("Lead", fresh).get("Title") != null);
            assertThat(salesforce.history(fresh)).anyMatch(write -> "leadiq".equals(write.client()));

            Exchange told = completed.next();
            while (!told.getMessage().getBody(String.class).contains("\"DONE\"")) {
                assertThat(told.getException()).isNull();
                told = completed.next();
            }
        } finally {
            main.stop();
        }
    }

    @Test
    void aWrongSecretIsToldInOneLine(@TempDir Path directory) throws Exception {
        Main main = main(directory, "not-the-secret");
        main.start();
        try {
            Exchange failed = completed.next();
            assertThat(failed.getException())
                    .isInstanceOf(PreflightException.class)
                    .hasMessageContaining("Salesforce refuses the login")
                    .hasMessageNotContaining("not-the-secret");
            // and again, so that it begins once the org is set right
            assertThat(completed.next().getException()).isInstanceOf(PreflightException.class);
        } finally {
            main.stop();
        }
    }

    private Main main(Path directory, String secret) {
        Main main = new Main();
        main.bind("completed", completed);
        main.configure().withRoutesIncludePattern("classpath:docs/enrichment.camel.yaml");
        main.addInitialProperty(
                "camel.component.leadiq.url", LEADIQ.simulator().url().toString());
        main.addInitialProperty("camel.component.leadiq.apiKey", LeadIQSimulator.DEMO_KEY);
        main.addInitialProperty("salesforce.url", SALESFORCE.simulator().url().toString());
        main.addInitialProperty("salesforce.id", SalesforceSimulator.CLIENT_ID);
        main.addInitialProperty("salesforce.secret", secret);
        main.addInitialProperty("camel.kamelet.salesforce-enrichment-source.backfill", "true");
        main.addInitialProperty(
                "camel.kamelet.salesforce-enrichment-source.stateFile",
                directory.resolve("state").toString());
        return main;
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).until(condition);
    }

    private static String lead(SalesforceSimulator salesforce) {
        return salesforce.create(
                "Lead", Map.of("FirstName", "Ada", "LastName", "Sample", "Company", "Acme", "Website", "acme.example"));
    }
}
