/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.crm;

import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.SalesforceEnrichment;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.ProfileReader;
import io.github.camelleadiq.routes.pipeline.Mode;
import io.github.camelleadiq.routes.salesforce.SalesforceApi;
import io.github.camelleadiq.routes.salesforce.SalesforceBackfill;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.service.EnrichmentService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** The service that enriches, as {@code leadiq-enrichment.jar} runs it from a properties file, with an observer. */
final class EnrichmentApplication implements AutoCloseable {

    static final String CLIENT_ID = "leadiq";

    private static final String BEAN = "camel.beans.enrichment";
    private static final String LEADIQ = "camel.component.leadiq.";
    /** Half a minute: a user sits in front of this program. */
    private static final int ATTEMPTS = 6;

    private final CrmOptions options;
    private final Observer observer;
    private final Main main;
    private final SalesforceEnrichment bean;

    /** @param streamRun what changes are logged under */
    EnrichmentApplication(
            CrmOptions options,
            Systems systems,
            Path state,
            Mode mode,
            String streamRun,
            Calls calls,
            Observer observer)
            throws Exception {
        this.options = options;
        this.observer = observer;
        main = EnrichmentService.prepare(config(options, systems, state, mode, streamRun));
        // Camel Main makes those that are event notifiers hear of what happens
        main.bind("calls", calls);
        main.bind("observer", observer);
        try {
            main.start();
        } catch (Exception e) {
            main.stop();
            throw e;
        }
        bean = camel().getRegistry().findSingleByType(SalesforceEnrichment.class);
    }

    /** What would stand in application.properties. */
    private static Properties config(CrmOptions options, Systems systems, Path state, Mode mode, String streamRun) {
        Properties config = new Properties();
        config.setProperty(BEAN, "#class:" + SalesforceEnrichment.class.getName());
        config.setProperty(BEAN + ".loginUrl", systems.salesforce().toString());
        config.setProperty(BEAN + ".clientId", systems.clientId());
        config.setProperty(BEAN + ".clientSecret", systems.clientSecret());
        config.setProperty(BEAN + ".apiVersion", options.apiVersion());
        config.setProperty(BEAN + ".objects", String.join(",", options.objects()));
        config.setProperty(BEAN + ".mode", mode.optionName());
        config.setProperty(BEAN + ".client", CLIENT_ID);
        config.setProperty(BEAN + ".stateFile", state.toString());
        if (!options.where().isEmpty()) {
            config.setProperty(BEAN + ".where", options.where());
        }
        config.setProperty(BEAN + ".streamRunId", streamRun);
        config.setProperty(LEADIQ + "url", systems.leadIQ().toString());
        config.setProperty(LEADIQ + "apiKey", systems.apiKey());
        // one after the other: what a person costs depends on what was bought before, and figures are to be compared
        config.setProperty(LEADIQ + "maxConnections", "1");
        config.setProperty(LEADIQ + "creditListener", "#bean:calls");
        config.setProperty("camel.main.shutdownTimeout", "10");
        config.setProperty("camel.management.enabled", "false");
        config.setProperty("camel.metrics.enabled", "false");
        if (systems.areSimulated()) {
            config.setProperty(LEADIQ + "requestsPerMinute", "0");
            config.setProperty(BEAN + ".changes", "true");
            // a new org has no events before ours, and none is to be missed
            Map.of(
                            "initialReplayId",
                            "-2",
                            "check",
                            "200",
                            "settle",
                            "500ms",
                            "pollDelay",
                            "100",
                            "retryDelay",
                            "300ms")
                    .forEach((name, value) -> config.setProperty(BEAN + ".parameters[" + name + "]", value));
        } else {
            config.setProperty(LEADIQ + "requestsPerMinute", String.valueOf(options.perMinute()));
            config.setProperty(
                    BEAN + ".changes", String.valueOf(!options.listen().isZero()));
        }
        return config;
    }

    private CamelContext camel() {
        return main.getCamelContext();
    }

    EnrichmentState state() {
        return bean.state();
    }

    static EnrichmentProfile profile(String object) throws IOException {
        return ProfileReader.shipped("salesforce/" + object.toLowerCase(Locale.ROOT));
    }

    /** From now on changes pass unseen. What came is stored, and enriched all the same. */
    void stopListening() throws Exception {
        for (String object : options.objects()) {
            camel().getRouteController().stopRoute("leadiq-salesforce-changes-crm-" + object);
        }
    }

    /** Whether the changes of these records have come, and nothing waits any more. */
    boolean isDone(Collection<String> recordIds) {
        Map<EventState, Long> counts = state().inbox().counts();
        return observer.haveArrived(recordIds)
                && counts.getOrDefault(EventState.PENDING, 0L) + counts.getOrDefault(EventState.LEASED, 0L) == 0;
    }

    /** Enriches all records that are there, now; goes on if the run exists and is not done. */
    Run backfill(String object, String runId) {
        SalesforceBackfill backfill = new SalesforceBackfill();
        backfill.setCamelContext(camel());
        backfill.setObject(object);
        backfill.setRunId(runId);
        backfill.setProfile(bean.routes().profileName(object));
        backfill.setWhere(options.where());
        backfill.setState(state());
        backfill.setAttempts(ATTEMPTS);
        if (options.creditCap() != null) {
            backfill.setCreditCap(options.creditCap().toPlainString());
        }
        return backfill.run();
    }

    ObjectDescribe describe(String object) {
        return camel().createProducerTemplate()
                .requestBodyAndHeader(
                        "direct:leadiq-salesforce-describe-crm",
                        null,
                        RoutesConstants.OBJECT_TYPE,
                        object,
                        ObjectDescribe.class);
    }

    SalesforceApi salesforce() {
        return SalesforceApi.of(camel(), "salesforce");
    }

    @Override
    public void close() {
        main.stop();
    }
}
