/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.roundtrip;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConfiguration;
import io.github.camelleadiq.routes.pipeline.LeadIQRoutes;
import io.github.camelleadiq.routes.salesforce.SalesforceRoutes;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/** Salesforce, the pipeline and LeadIQ joined by the templates, as one node runs them. */
final class Node implements AutoCloseable {
    /** The tag of our writes. */
    static final String CLIENT = "leadiq";

    final DefaultCamelContext context = new DefaultCamelContext();
    final SalesforceComponent salesforce;
    private final EnrichmentState state;
    private final LeadIQRoutes routes;

    Node(URI salesforceUrl, URI leadIQUrl, EnrichmentState state) throws Exception {
        this.state = state;
        salesforce = SalesforceRoutes.component(
                salesforceUrl, SalesforceSimulator.CLIENT_ID, SalesforceSimulator.CLIENT_SECRET, "62.0");
        context.getShutdownStrategy().setTimeout(5);
        context.addComponent("salesforce", salesforce);
        LeadIQComponent leadIQ = new LeadIQComponent();
        LeadIQConfiguration configuration = leadIQ.getConfiguration();
        configuration.setUrl(leadIQUrl.toString());
        configuration.setApiKey(LeadIQSimulator.DEMO_KEY);
        configuration.setRequestsPerMinute(0);
        configuration.setRetryDelay(Duration.ofMillis(20));
        configuration.setMaxRetryDelay(Duration.ofMillis(200));
        context.addComponent("leadiq", leadIQ);

        PluginHelper.getRoutesLoader(context)
                .loadRoutes(PluginHelper.getResourceLoader(context).resolveResource(SalesforceRoutes.RESOURCE));
        context.addRouteFromTemplate("read", SalesforceRoutes.READ, Map.of());
        context.addRouteFromTemplate("write", SalesforceRoutes.WRITE, Map.of("client", CLIENT));
        context.addRouteFromTemplate("describe", SalesforceRoutes.DESCRIBE, Map.of());
        routes = LeadIQRoutes.of(state)
                .crm(
                        "direct:" + SalesforceRoutes.READ,
                        "direct:" + SalesforceRoutes.WRITE,
                        "direct:" + SalesforceRoutes.DESCRIBE)
                .parameter("clientId", CLIENT)
                .parameter("pollDelay", "100")
                .parameter("maxDelay", "0")
                .parameter("retryDelay", "200ms")
                .parameter("outagePause", "200ms")
                .parameter("creditsPause", "200ms");
    }

    /** Profiles, and parameters that differ. */
    Node with(UnaryOperator<LeadIQRoutes> more) {
        more.apply(routes);
        return this;
    }

    /** Starts, and takes the changes of these objects, those before included. */
    Node start(String... objects) throws Exception {
        routes.addTo(context);
        context.getRegistry().bind("leadiqState", state);
        for (String object : objects) {
            Map<String, Object> parameters = new HashMap<>(Map.of(
                    "object", object,
                    "changesUri", routes.changesUri(),
                    "initialReplayId", "-2",
                    "settle", "500ms",
                    "check", "200",
                    "silence", "5s"));
            context.addRouteFromTemplate("changes-" + object, SalesforceRoutes.CHANGES, parameters);
        }
        context.start();
        return this;
    }

    @Override
    public void close() {
        context.stop();
    }
}
