/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package org.example;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.camelleadiq.platform.SimulatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {

    private static final String LEAD =
            """
            {"FirstName":"Ada","LastName":"Sample","Company":"Example","Email":"ada.sample@example.com"}""";
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern TITLE = Pattern.compile("\"Title\"\\s*:\\s*\"[^\"]+\"");

    @Test
    void areFilledWhenTheyAreCreated(@TempDir Path folder) throws Exception {
        Main main = new Main(RecordsTest.class);
        try (SimulatorProcess simulator = SimulatorProcess.leadIQAndSalesforce()) {
            main.addInitialProperty("camel.component.leadiq.url", simulator.url());
            main.addInitialProperty("salesforce.url", simulator.salesforceUrl());
            main.addInitialProperty("salesforce.id", simulator.salesforceClientId());
            main.addInitialProperty("salesforce.secret", simulator.salesforceClientSecret());
            main.addInitialProperty("state", folder.resolve("state").toString());
            main.start();

            String lead = create(main.getCamelTemplate());

            await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
                String record = read(main.getCamelTemplate(), lead);
                assertTrue(TITLE.matcher(record).find(), record);
            });
        } finally {
            main.stop();
        }
    }

    private static String create(ProducerTemplate template) {
        String answer = template.requestBody(
                "salesforce:createSObject?sObjectName=Lead&rawPayload=true&format=JSON", LEAD, String.class);
        Matcher id = ID.matcher(answer);
        assertTrue(id.find(), answer);
        return id.group(1);
    }

    private static String read(ProducerTemplate template, String id) {
        return template.requestBody(
                "salesforce:getSObject?sObjectName=Lead&rawPayload=true&format=JSON&sObjectFields=Id,Title",
                id,
                String.class);
    }
}
