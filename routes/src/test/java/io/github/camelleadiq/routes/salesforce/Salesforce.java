/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/** A Camel context with the templates and a simulated org. */
final class Salesforce implements AutoCloseable {
    static final String API = "60.0";

    final CamelContext camel = new DefaultCamelContext();
    final SalesforceSimulator simulator;
    final SalesforceComponent component;

    Salesforce(SalesforceSimulator simulator) throws Exception {
        this.simulator = simulator;
        component = SalesforceRoutes.component(
                simulator.url(), SalesforceSimulator.CLIENT_ID, SalesforceSimulator.CLIENT_SECRET, API);
        camel.addComponent("salesforce", component);
        camel.getShutdownStrategy().setTimeout(5);
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel).resolveResource(SalesforceRoutes.RESOURCE));
    }

    Salesforce start() {
        camel.start();
        return this;
    }

    Salesforce route(String template, String... parameters) throws Exception {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            values.put(parameters[i], parameters[i + 1]);
        }
        String name = (String) values.getOrDefault("name", template);
        camel.addRouteFromTemplate(name, template, values);
        return this;
    }

    @SuppressWarnings("unchecked")
    List<CrmRecord> read(List<String> ids, String type, String... fields) {
        return camel.createProducerTemplate()
                .requestBodyAndHeaders(
                        "direct:leadiq-salesforce-read",
                        ids,
                        Map.of(RoutesConstants.OBJECT_TYPE, type, RoutesConstants.FIELDS, Arrays.asList(fields)),
                        List.class);
    }

    @SuppressWarnings("unchecked")
    List<WriteOutcome> write(List<CrmPatch> patches) {
        return camel.createProducerTemplate().requestBody("direct:leadiq-salesforce-write", patches, List.class);
    }

    String lead(String lastName) {
        return simulator.create("Lead", Map.of("LastName", lastName, "Company", "Acme"));
    }

    List<String> leads(int count) {
        return IntStream.range(0, count).mapToObj(i -> lead("Doe" + i)).toList();
    }

    static CrmPatch patch(String type, String id, String field, Object value) {
        return new CrmPatch(type, id, List.of(new FieldChange(field, null, value, "person.test", null)), Map.of());
    }

    @Override
    public void close() {
        camel.stop();
    }
}
