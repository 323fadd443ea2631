/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.camelleadiq.platform.SimulatorProcess;
import java.util.Map;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

class PersonTest {

    @Test
    void isLookedUp() throws Exception {
        Main main = new Main(PersonTest.class);
        try (SimulatorProcess simulator = SimulatorProcess.leadIQ()) {
            main.addInitialProperty("camel.component.leadiq.url", simulator.url());
            main.start();

            String found = main.getCamelTemplate()
                    .requestBody("direct:person", Map.of("email", "ada.sample@example.com"), String.class);

            assertEquals("1: Ada Sample, ada.sample@example.com", found);
        } finally {
            main.stop();
        }
    }
}
