/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.paging;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.LeadIQItems;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorBuilder;
import io.github.camelleadiq.simulator.SimulatedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** A context with the component on a simulator. */
final class Rig implements AutoCloseable {

    /** Lets everybody through. */
    static final Map<String, Object> EVERYBODY = Map.of("companyFilter", Map.of("sizes", List.of(Map.of("min", 1))));

    /** Lets nobody through. */
    static final Map<String, Object> NOBODY = Map.of("companyFilter", Map.of("names", List.of("no such company")));

    final LeadIQSimulator simulator;
    final DefaultCamelContext context = new DefaultCamelContext();
    final LeadIQComponent component = new LeadIQComponent();
    final ProducerTemplate template;

    Rig(LeadIQSimulatorBuilder builder) {
        simulator = builder.start();
        component.getConfiguration().setUrl(simulator.url().toString());
        component.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        component.getConfiguration().setMaxRetries(0);
        component.getConfiguration().setRequestsPerMinute(0);
        context.addComponent(LeadIQConstants.SCHEME, component);
        context.start();
        template = context.createProducerTemplate();
    }

    Exchange send(String uri, Object body) {
        return template.request(uri, in -> in.getMessage().setBody(body));
    }

    LeadIQItems stream(String uri, Object body) {
        Exchange exchange = send(uri, body);
        if (exchange.getException() != null) {
            throw new AssertionError(exchange.getException());
        }
        return (LeadIQItems) exchange.getMessage().getBody();
    }

    List<SimulatedRequest> requests(String operationName) {
        return simulator.requests().stream()
                .filter(request -> operationName.equals(request.operationName()))
                .toList();
    }

    int searches() {
        return requests("FlatAdvancedSearch").size();
    }

    static List<Object> drain(LeadIQItems items) {
        List<Object> all = new ArrayList<>();
        items.forEachRemaining(all::add);
        return all;
    }

    static void take(LeadIQItems items, int count) {
        for (int i = 0; i < count; i++) {
            items.next();
        }
    }

    @Override
    public void close() {
        context.stop();
        simulator.close();
    }
}
