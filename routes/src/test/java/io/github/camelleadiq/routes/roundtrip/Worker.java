/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.roundtrip;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.routes.pipeline.LeadIQRoutes;
import io.github.camelleadiq.routes.salesforce.SalesforceRoutes;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/** The round trip in a process of its own: address of Salesforce, address of LeadIQ, directory of the state. */
final class Worker {

    static final String CLIENT = "leadiq";
    private static final String STATE = "leadiqState";

    private Worker() {}

    public static void main(String[] arguments) throws Exception {
        EnrichmentState state = EnrichmentState.open(
                H2State.file(Path.of(arguments[2]).resolve("state")).dataSource());
        DefaultCamelContext context = new DefaultCamelContext();
        context.getRegistry().bind(STATE, state);
        context.addComponent(
                "salesforce",
                SalesforceRoutes.component(
                        URI.create(arguments[0]),
                        SalesforceSimulator.CLIENT_ID,
                        SalesforceSimulator.CLIENT_SECRET,
                        "62.0"));
        LeadIQComponent leadiq = new LeadIQComponent();
        leadiq.getConfiguration().setUrl(arguments[1]);
        leadiq.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        leadiq.getConfiguration().setRequestsPerMinute(0);
        leadiq.getConfiguration().setRetryDelay(Duration.ofMillis(20));
        leadiq.getConfiguration().setMaxRetryDelay(Duration.ofMillis(200));
        context.addComponent("leadiq", leadiq);

        PluginHelper.getRoutesLoader(context)
                .loadRoutes(PluginHelper.getResourceLoader(context).resolveResource(SalesforceRoutes.RESOURCE));
        context.addRouteFromTemplate("read", SalesforceRoutes.READ, Map.of());
        context.addRouteFromTemplate("write", SalesforceRoutes.WRITE, Map.of("client", CLIENT));
        context.addRouteFromTemplate("describe", SalesforceRoutes.DESCRIBE, Map.of());
        LeadIQRoutes routes = LeadIQRoutes.of(state)
                .crm(
                        "direct:" + SalesforceRoutes.READ,
                        "direct:" + SalesforceRoutes.WRITE,
                        "direct:" + SalesforceRoutes.DESCRIBE)
                .profile("salesforce/lead")
                .parameter("clientId", CLIENT)
                .parameter("pollDelay", "200")
                .parameter("lease", "5s")
                .parameter("retryDelay", "200ms")
                .parameter("outagePause", "200ms")
                .parameter("maxAttempts", "100");
        routes.addTo(context);
        context.addRouteFromTemplate(
                "changes",
                SalesforceRoutes.CHANGES,
                Map.of(
                        "object", "Lead",
                        "changesUri", routes.changesUri(),
                        "initialReplayId", "-2",
                        "settle", "1s",
                        "check", "500",
                        "silence", "5s"));
        context.start();
        // not a daemon: the process lives until it is killed
        Executors.newSingleThreadScheduledExecutor()
                .scheduleAtFixedRate(() -> report(state), 0, 250, TimeUnit.MILLISECONDS);
    }

    private static void report(EnrichmentState state) {
        System.out.println("inbox " + state.inbox().counts() + " dead "
                + state.deadLetters().list(0, 10).size());
    }
}
