/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package org.example;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.camelleadiq.platform.SimulatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

@EnabledIf("stateInAFileIsPossible")
class RecordsTest {

    private static final String LEAD =
            """
            {"FirstName":"Ada","LastName":"Sample","Company":"Example","Email":"ada.sample@example.com"}""";
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern TITLE = Pattern.compile("\"Title\"\\s*:\\s*\"[^\"]+\"");

    static boolean stateInAFileIsPossible() {
        return ClassUtils.isPresent("org.h2.Driver", null);
    }

    @Test
    void areFilledWhenTheyAreCreated(@TempDir Path folder) {
        try (SimulatorProcess simulator = SimulatorProcess.leadIQAndSalesforce();
                ConfigurableApplicationContext context = new SpringApplication(Application.class)
                        .run(
                                "--camel.component.leadiq.url=" + simulator.url(),
                                "--leadiq.enrichment.objects=Lead",
                                "--leadiq.enrichment.mode=live",
                                "--leadiq.enrichment.login-url=" + simulator.salesforceUrl(),
                                "--leadiq.enrichment.client-id=" + simulator.salesforceClientId(),
                                "--leadiq.enrichment.client-secret=" + simulator.salesforceClientSecret(),
                                "--leadiq.enrichment.state-file=" + folder.resolve("state"))) {
            ProducerTemplate template = context.getBean(ProducerTemplate.class);

            String lead = create(template);

            await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
                String record = read(template, lead);
                assertTrue(TITLE.matcher(record).find(), record);
            });
            assertEquals(Map.of(), context.getBeansOfType(DataSource.class));
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
