/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.subject;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConfiguration;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A route to {@code leadiq:searchPeople} as a user would set it up. */
public final class LookupRoute implements AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Endpoint start;
    private final AsyncProducer producer;

    /** @param parameters of the endpoint, such as {@code batchSize=auto}; empty for none */
    public LookupRoute(URI url, String parameters, Consumer<LeadIQConfiguration> options) throws Exception {
        LeadIQComponent leadiq = new LeadIQComponent();
        leadiq.getConfiguration().setUrl(url.toString());
        leadiq.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        options.accept(leadiq.getConfiguration());
        context.addComponent("leadiq", leadiq);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:lookup").to("leadiq:searchPeople" + (parameters.isEmpty() ? "" : "?" + parameters));
            }
        });
        context.start();
        start = context.getEndpoint("direct:lookup");
        producer = start.createAsyncProducer();
        producer.start();
    }

    public CompletableFuture<Exchange> send(Object body, Map<String, Object> headers) {
        Exchange exchange = start.createExchange(ExchangePattern.InOut);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeaders(headers);
        return producer.processAsync(exchange);
    }

    @Override
    public void close() throws Exception {
        producer.stop();
        context.close();
    }
}
