/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.crm;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConfiguration;
import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.ProfileReader;
import io.github.camelleadiq.routes.pipeline.LeadIQRoutes;
import io.github.camelleadiq.routes.pipeline.Mode;
import io.github.camelleadiq.routes.salesforce.SalesforceApi;
import io.github.camelleadiq.routes.salesforce.SalesforceRoutes;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.Run;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/** Salesforce, the pipeline and LeadIQ, joined: all that a program of your own needs is here. */
final class Enrichment implements AutoCloseable {

    static final String CLIENT_ID = "leadiq";

    private static final String SALESFORCE = "salesforce";
    private static final String STATE = "leadiqState-crm";
    private static final String CHANGES = "direct:example-changes";
    private static final String WRITE = "direct:example-write";
    /** Half a minute: somebody sits in front of this program. */
    private static final String ATTEMPTS = "6";

    private static final String SETTLED = "direct:example-settled";

    private final Options options;
    private final Systems systems;
    private final EnrichmentState state;
    private final Calls calls;
    private final Observer observer;
    private final LeadIQRoutes routes;
    private final DefaultCamelContext camel = new DefaultCamelContext();

    /** @param streamRun what changes are logged under */
    Enrichment(
            Options options,
            Systems systems,
            EnrichmentState state,
            Mode mode,
            String streamRun,
            Calls calls,
            Observer observer)
            throws Exception {
        this.options = options;
        this.systems = systems;
        this.state = state;
        this.calls = calls;
        this.observer = observer;
        routes = LeadIQRoutes.of(state)
                .crm("direct:leadiq-salesforce-read", WRITE, "direct:leadiq-salesforce-describe")
                .mode(mode)
                .parameter("runId", streamRun)
                .parameter("clientId", CLIENT_ID)
                .parameter("summaryUri", SETTLED);
        if (systems.areSimulated()) {
            routes.parameter("pollDelay", "100").parameter("retryDelay", "300ms");
        }
        options.objects().forEach(object -> routes.profile(profileName(object)));
        try {
            configure();
        } catch (Exception e) {
            camel.stop();
            throw e;
        }
    }

    private void configure() throws Exception {
        camel.getShutdownStrategy().setTimeout(10);
        camel.getManagementStrategy().addEventNotifier(calls);
        camel.addComponent(
                SALESFORCE,
                SalesforceRoutes.component(
                        systems.salesforce(), systems.clientId(), systems.clientSecret(), options.apiVersion()));
        LeadIQConfiguration leadIQ =
                camel.getComponent("leadiq", LeadIQComponent.class).getConfiguration();
        leadIQ.setUrl(systems.leadIQ().toString());
        leadIQ.setApiKey(systems.apiKey());
        leadIQ.setRequestsPerMinute(systems.areSimulated() ? 0 : options.perMinute());
        // one after the other: what a person costs depends on what was bought before, and figures are to be compared
        leadIQ.setMaxConnections(1);
        leadIQ.setCreditListener(calls);

        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel).resolveResource(SalesforceRoutes.RESOURCE));
        from(SalesforceRoutes.READ, SalesforceRoutes.READ, Map.of());
        from(SalesforceRoutes.WRITE, SalesforceRoutes.WRITE, Map.of("client", CLIENT_ID));
        from(SalesforceRoutes.DESCRIBE, SalesforceRoutes.DESCRIBE, Map.of());
        camel.addRoutes(watched());
        routes.addTo(camel);
        camel.start();
    }

    /** What passes between the ends and the pipeline is looked at on its way. */
    private RouteBuilder watched() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(CHANGES)
                        .setProperty("changes", body())
                        .to(routes.changesUri())
                        .setBody(exchangeProperty("changes"))
                        .process(observer::changes);
                from(WRITE).to("direct:leadiq-salesforce-write").process(observer::written);
                from(SETTLED).process(observer::settled);
                for (String object : options.objects()) {
                    from(recordsUri(object)).to(routes.recordsUri(object)).process(observer::settled);
                }
            }
        };
    }

    private static String recordsUri(String object) {
        return "direct:example-records-" + object;
    }

    private static String profileName(String object) {
        return "salesforce/" + object.toLowerCase(Locale.ROOT);
    }

    static EnrichmentProfile profile(String object) throws IOException {
        return ProfileReader.shipped(profileName(object));
    }

    /** From now on what changes is enriched. */
    void listen() throws Exception {
        for (String object : options.objects()) {
            Map<String, String> parameters =
                    new LinkedHashMap<>(Map.of("object", object, "changesUri", CHANGES, "state", STATE));
            if (systems.areSimulated()) {
                // a new org has no events before ours, and none is to be missed
                parameters.putAll(Map.of("initialReplayId", "-2", "check", "200", "settle", "500ms"));
            }
            from(SalesforceRoutes.CHANGES, "changes-" + object, parameters);
        }
    }

    /** From now on changes pass unseen. What came is stored, and enriched all the same. */
    void stopListening() throws Exception {
        for (String object : options.objects()) {
            camel.getRouteController().stopRoute("changes-" + object);
        }
    }

    /** Whether the changes of these records have come, and nothing waits any more. */
    boolean isDone(Collection<String> recordIds) {
        Map<EventState, Long> counts = state.inbox().counts();
        return observer.haveArrived(recordIds)
                && counts.getOrDefault(EventState.PENDING, 0L) + counts.getOrDefault(EventState.LEASED, 0L) == 0;
    }

    /** Enriches all records that are there; goes on if the run exists and is not done. */
    Run backfill(String object, String runId) throws Exception {
        String trigger = "direct:" + runId;
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "runId", runId,
                "trigger", trigger,
                "object", object,
                "recordsUri", recordsUri(object),
                "where", options.where(),
                "state", STATE,
                "attempts", ATTEMPTS));
        if (options.creditCap() != null) {
            parameters.put("creditCap", options.creditCap().toPlainString());
        }
        from(SalesforceRoutes.BACKFILL, runId, parameters);
        return camel.createProducerTemplate().requestBody(trigger, null, Run.class);
    }

    ObjectDescribe describe(String object) {
        return camel.createProducerTemplate()
                .requestBodyAndHeader(
                        "direct:leadiq-salesforce-describe",
                        null,
                        RoutesConstants.OBJECT_TYPE,
                        object,
                        ObjectDescribe.class);
    }

    SalesforceApi salesforce() {
        return SalesforceApi.of(camel, SALESFORCE);
    }

    private void from(String template, String routeId, Map<String, String> parameters) {
        TemplatedRouteBuilder builder =
                TemplatedRouteBuilder.builder(camel, template).routeId(routeId);
        parameters.forEach(builder::parameter);
        builder.add();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
