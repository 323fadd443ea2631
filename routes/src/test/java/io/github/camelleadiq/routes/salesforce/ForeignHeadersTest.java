/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import java.util.Map;
import java.util.Set;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ForeignHeadersTest {
    private static final Map<String, Object> FROM_OUTSIDE = Map.of("sObjectQuery", "SELECT Id, Name FROM User");

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    @Test
    void aQueryFromOutsideDoesNotReachTheEndpoint() throws Exception {
        try (Salesforce salesforce = new Salesforce(SALESFORCE.simulator())) {
            String lead = salesforce.lead("Doe");
            salesforce.camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    String uri = "salesforce:query?rawPayload=true&sObjectQuery=SELECT Id FROM Lead";
                    from("direct:open").to(uri);
                    from("direct:stripped").process(new ForeignHeaders()).to(uri);
                }
            });
            salesforce.start();
            assertThat(ask(salesforce, "direct:open"))
                    .as("the weakness is there")
                    .doesNotContain(lead)
                    .contains("User");
            assertThat(ask(salesforce, "direct:stripped")).contains(lead).doesNotContain("User");
        }
    }

    @Test
    void ourOwnStayWhateverTheirCase() {
        DefaultExchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage()
                .setHeaders(Map.of("Sforce-Auto-Assign", "FALSE", "rawPath", "/x", "CamelSalesforceReplayId", 1));
        new ForeignHeaders(Set.of("sforce-auto-assign")).process(exchange);
        assertThat(exchange.getMessage().getHeaders()).containsOnlyKeys("Sforce-Auto-Assign");
    }

    private static String ask(Salesforce salesforce, String uri) {
        return salesforce.camel.createProducerTemplate().requestBodyAndHeaders(uri, null, FROM_OUTSIDE, String.class);
    }
}
