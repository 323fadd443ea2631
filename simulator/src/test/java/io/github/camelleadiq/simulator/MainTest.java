/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
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
        "--dialect;klingon,Not a value for --dialect: klingon",
    })
    void mistakesAreNamed(String arguments, String message) {
        assertThatThrownBy(() -> Main.parse(arguments.split(";")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
