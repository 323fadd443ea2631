/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That Camel's own component takes the simulator for Salesforce. */
class CamelSalesforceTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private final List<String> events = new CopyOnWriteArrayList<>();

    @Test
    void camelSeesTheEventOfItsOwnWrite() throws Exception {
        String lead = simulator.create("Lead", Map.of("LastName", "Doe", "Company", "Acme"));
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addComponent("salesforce", component());
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce:subscribe:/data/LeadChangeEvent?rawPayload=true&replayId=-2&fallBackReplayId=-2")
                            .process(
                                    exchange -> events.add(exchange.getMessage().getBody(String.class)));
                }
            });
            camel.start();
            await().until(() -> !events.isEmpty());
            Map<String, Object> update = new LinkedHashMap<>();
            update.put("attributes", Map.of("type", "Lead"));
            update.put("id", lead);
            update.put("Title", "CTO");
            Object result = camel.createProducerTemplate()
                    .requestBodyAndHeaders(
                            "salesforce:compositeUpdateSObjectCollections?rawPayload=false",
                            List.of(update),
                            Map.of("Sforce-Call-Options", "client=leadiq-test", "Sforce-Auto-Assign", "FALSE"));
            assertThat(result).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
            await().until(() -> events.stream().anyMatch(event -> event.contains("\"CTO\"")));
        }
        assertThat(simulator.history(lead).get(1).client()).isEqualTo("leadiq-test");
        assertThat(events.stream().map(CamelSalesforceTest::header).map(h -> h.get("changeOrigin")
                        .asText()))
                .contains("", "com/salesforce/api/rest/60.0;client=leadiq-test");
    }

    private SalesforceComponent component() {
        SalesforceEndpointConfig config = new SalesforceEndpointConfig();
        config.setApiVersion("60.0");
        SalesforceComponent salesforce = new SalesforceComponent();
        salesforce.setConfig(config);
        salesforce.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
        salesforce.setLoginUrl(simulator.url().toString());
        salesforce.setClientId(SalesforceSimulator.CLIENT_ID);
        salesforce.setClientSecret(SalesforceSimulator.CLIENT_SECRET);
        return salesforce;
    }

    private static JsonNode header(String event) {
        try {
            return SalesforceCaller.JSON.readTree(event).findValue("ChangeEventHeader");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
