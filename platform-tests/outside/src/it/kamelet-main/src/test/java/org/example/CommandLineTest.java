/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.camelleadiq.platform.SimulatorProcess;
import java.util.Map;
import org.apache.camel.main.KameletMain;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void aPlainRouteNeedsOurJarAndNothingElse() throws Exception {
        assertEquals(
                "1: Ada Sample, ada.sample@example.com",
                run("person.camel.yaml", "mvn:io.github.camelleadiq:camel-leadiq:1.0.0"));
    }

    @Test
    void aKameletIsFoundInItsJar() throws Exception {
        String found = run(
                "kamelet.camel.yaml",
                "mvn:io.github.camelleadiq:camel-leadiq:1.0.0,mvn:io.github.camelleadiq:camel-leadiq-kamelets:1.0.0");

        assertTrue(found.contains("\"fullName\":\"Ada Sample\""), found);
    }

    private static String run(String route, String dependencies) throws Exception {
        KameletMain main = new KameletMain("camel.jbang");
        try (SimulatorProcess simulator = SimulatorProcess.leadIQ()) {
            main.setSilent(true);
            main.addInitialProperty("camel.jbang.dependencies", dependencies);
            main.addInitialProperty("camel.main.routesIncludePattern", "file:src/test/resources/routes/" + route);
            main.addInitialProperty("leadiq.url", simulator.url());
            main.addInitialProperty("leadiq.key", SimulatorProcess.KEY);
            main.start();
            return main.getCamelTemplate()
                    .requestBody("direct:person", Map.of("email", "ada.sample@example.com"), String.class);
        } finally {
            main.stop();
        }
    }
}
