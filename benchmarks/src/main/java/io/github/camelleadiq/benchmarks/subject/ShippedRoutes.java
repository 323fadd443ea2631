/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks.subject;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConfiguration;
import io.github.camelleadiq.client.credit.JdbcCreditLedger;
import io.github.camelleadiq.routes.pipeline.LeadIQRoutes;
import io.github.camelleadiq.routes.salesforce.SalesforceRoutes;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/**
 * The shipped route templates with the shipped profile for leads, state and ledger in one H2 file: as the documentation
 * sets them up, with the defaults of each build.
 */
final class ShippedRoutes implements AutoCloseable {

    private static final String RECORDS_URI = "recordsUri";
    private static final String PROFILE = "salesforce/lead";
    private static final String STATE = "leadiqState";
    private static final String CLIENT = "leadiq";

    final DefaultCamelContext camel = new DefaultCamelContext();
    final EnrichmentState state;
    private final LeadIQRoutes routes;

    /** @param requestsPerMinute of LeadIQ; 0 for any number */
    ShippedRoutes(H2State database, URI salesforce, URI leadIQ, int requestsPerMinute) throws Exception {
        state = EnrichmentState.open(database.dataSource());
        camel.getRegistry().bind(STATE, state);
        camel.addComponent(
                "salesforce",
                SalesforceRoutes.component(
                        salesforce, SalesforceSimulator.CLIENT_ID, SalesforceSimulator.CLIENT_SECRET, "62.0"));
        LeadIQConfiguration leadiq =
                camel.getComponent("leadiq", LeadIQComponent.class).getConfiguration();
        leadiq.setUrl(leadIQ.toString());
        leadiq.setApiKey(LeadIQSimulator.DEMO_KEY);
        leadiq.setRequestsPerMinute(requestsPerMinute);
        // the ledger in memory would grow with each person bought, and forget them when the process is killed
        leadiq.setCreditLedger(new JdbcCreditLedger(database.dataSource()).createTables());
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel).resolveResource(SalesforceRoutes.RESOURCE));
        camel.addRouteFromTemplate("read", SalesforceRoutes.READ, Map.of());
        camel.addRouteFromTemplate("write", SalesforceRoutes.WRITE, Map.of("client", CLIENT));
        camel.addRouteFromTemplate("describe", SalesforceRoutes.DESCRIBE, Map.of());
        routes = LeadIQRoutes.of(state)
                .crm(
                        "direct:" + SalesforceRoutes.READ,
                        "direct:" + SalesforceRoutes.WRITE,
                        "direct:" + SalesforceRoutes.DESCRIBE)
                .profile(PROFILE)
                .parameter("clientId", CLIENT);
        routes.addTo(camel);
    }

    /** @param more parameters that differ from the defaults, as {@code name=value} */
    void addBackfill(String runId, String trigger, Iterable<String> more) throws Exception {
        Map<String, Object> parameters = new HashMap<>(Map.of("runId", runId, "trigger", trigger, "object", "Lead"));
        // earlier builds hand pages over
        if (hasParameter(RECORDS_URI)) {
            parameters.put(RECORDS_URI, "direct:leadiq-records-crm-Lead");
        }
        for (String parameter : more) {
            String[] nameAndValue = parameter.split("=", 2);
            parameters.put(nameAndValue[0], nameAndValue[1]);
        }
        camel.addRouteFromTemplate("backfill-" + runId, SalesforceRoutes.BACKFILL, parameters);
    }

    private boolean hasParameter(String name) {
        return camel.getRouteTemplateDefinition(SalesforceRoutes.BACKFILL).getTemplateParameters().stream()
                .anyMatch(parameter -> parameter.getName().equals(name));
    }

    /** Takes the changes of leads, those before included. */
    void addChanges() throws Exception {
        camel.addRouteFromTemplate(
                "changes",
                SalesforceRoutes.CHANGES,
                Map.of("object", "Lead", "changesUri", routes.changesUri(), "initialReplayId", "-2"));
    }

    @Override
    public void close() {
        camel.stop();
    }
}
