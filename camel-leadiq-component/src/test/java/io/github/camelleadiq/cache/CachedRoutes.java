/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.cache;

import io.github.camelleadiq.CacheType;
import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConfiguration;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.LeadIQResultType;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A context with one route for each lookup operation, {@code direct:searchPeople} and so on; answers as JSON. */
final class CachedRoutes implements AutoCloseable {

    static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final LeadIQComponent component = new LeadIQComponent();
    private final ProducerTemplate template;

    CachedRoutes(LeadIQSimulator simulator, Consumer<LeadIQConfiguration> options) {
        LeadIQConfiguration configuration = component.getConfiguration();
        configuration.setUrl(simulator.url().toString());
        configuration.setApiKey(LeadIQSimulator.DEMO_KEY);
        configuration.setRequestsPerMinute(0);
        configuration.setResultType(LeadIQResultType.JSON);
        configuration.setMaxRetries(0);
        options.accept(configuration);
        context.addComponent(LeadIQConstants.SCHEME, component);
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    for (LeadIQOperation operation : LeadIQOperation.values()) {
                        from("direct:" + operation.graphqlName()).to("leadiq:" + operation.graphqlName());
                    }
                }
            });
            context.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        template = context.createProducerTemplate();
    }

    static CachedRoutes inMemory(LeadIQSimulator simulator) {
        return new CachedRoutes(simulator, configuration -> configuration.setCache(CacheType.MEMORY));
    }

    Exchange searchPeople(Map<String, Object> input, String dataPoints) {
        return call("searchPeople", input, Map.of(LeadIQConstants.DATA_POINTS, dataPoints));
    }

    Exchange call(String operation, Map<String, Object> input, Map<String, Object> headers) {
        return template.request("direct:" + operation, exchange -> {
            exchange.getMessage().setBody(input);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    ProducerTemplate template() {
        return template;
    }

    LeadIQComponent component() {
        return component;
    }

    static boolean isHit(Exchange exchange) {
        return exchange.getMessage().getHeader(LeadIQConstants.CACHE_HIT, boolean.class);
    }

    static int requestCount(Exchange exchange) {
        return exchange.getMessage().getHeader(LeadIQConstants.REQUEST_COUNT, int.class);
    }

    static String json(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError(exchange.getException());
        }
        return exchange.getMessage().getBody(String.class);
    }

    @Override
    public void close() {
        context.stop();
    }
}
