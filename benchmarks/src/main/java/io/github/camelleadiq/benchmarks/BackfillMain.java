/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConfiguration;
import io.github.camelleadiq.client.credit.JdbcCreditLedger;
import io.github.camelleadiq.routes.pipeline.EnrichmentSummary;
import io.github.camelleadiq.routes.pipeline.LeadIQRoutes;
import io.github.camelleadiq.routes.salesforce.SalesforceRoutes;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/**
 * Backfills all leads of an org by the shipped route templates, or goes on where another such process has stopped. After
 * each tenth of those that lack something it says how many are done, how much of the heap is in use once all garbage is gone, and the most
 * that was in use after any collection; in the end {@code end} and what the run says of itself.
 */
public final class BackfillMain {

    /** The first word of the last line. */
    static final String END = "end";

    private static final int MARKS = 10;
    /** The default, and what a template takes at least: a tenth is a window or more. */
    private static final int WINDOW = 5_000;

    private static final int SMALLEST = 200;
    private static final String PROFILE = "salesforce/lead";
    private static final String RUN = "leads";
    private static final String STATE = "leadiqState";
    private static final String CLIENT = "leadiq";
    private static final String TRIGGER = "direct:backfill";
    private static final String COUNTED = "direct:counted";

    private final HeapWatch heap = new HeapWatch();
    private final EnrichmentState state;
    private final H2State database;
    private final long every;
    private long done;

    private BackfillMain(H2State database, int leads) {
        this.database = database;
        this.state = EnrichmentState.open(database.dataSource());
        this.every = Math.max(1, Leads.gaps(leads) / MARKS);
        this.done = state.runs().find(RUN).map(run -> run.counts().read()).orElse(0L);
    }

    /** @param arguments the URLs of Salesforce and LeadIQ, the directory of the state, and how many leads there are */
    public static void main(String[] arguments) throws Exception {
        try (H2State database = H2State.file(Path.of(arguments[2], "state"))) {
            new BackfillMain(database, Integer.parseInt(arguments[3]))
                    .run(URI.create(arguments[0]), URI.create(arguments[1]));
        }
        System.exit(0);
    }

    private void run(URI salesforce, URI leadIQ) throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getRegistry().bind(STATE, state);
            camel.addComponent(
                    "salesforce",
                    SalesforceRoutes.component(
                            salesforce, SalesforceSimulator.CLIENT_ID, SalesforceSimulator.CLIENT_SECRET, "62.0"));
            configure(camel.getComponent("leadiq", LeadIQComponent.class).getConfiguration(), leadIQ);
            addRoutes(camel);
            camel.start();
            try (ProducerTemplate template = camel.createProducerTemplate()) {
                Run run = template.requestBody(TRIGGER, null, Run.class);
                System.out.println(String.join(
                        " ",
                        END,
                        run.state().name(),
                        String.valueOf(run.counts().read()),
                        run.credits().toPlainString()));
            }
        }
    }

    private void configure(LeadIQConfiguration leadiq, URI url) {
        leadiq.setUrl(url.toString());
        leadiq.setApiKey(LeadIQSimulator.DEMO_KEY);
        leadiq.setRequestsPerMinute(0);
        // the ledger in memory would grow with each person bought, and forget them when the process is killed
        leadiq.setCreditLedger(new JdbcCreditLedger(database.dataSource()).createTables());
    }

    private void addRoutes(DefaultCamelContext camel) throws Exception {
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel).resolveResource(SalesforceRoutes.RESOURCE));
        camel.addRouteFromTemplate("read", SalesforceRoutes.READ, Map.of());
        camel.addRouteFromTemplate("write", SalesforceRoutes.WRITE, Map.of("client", CLIENT));
        camel.addRouteFromTemplate("describe", SalesforceRoutes.DESCRIBE, Map.of());
        LeadIQRoutes routes = LeadIQRoutes.of(state)
                .crm(
                        "direct:" + SalesforceRoutes.READ,
                        "direct:" + SalesforceRoutes.WRITE,
                        "direct:" + SalesforceRoutes.DESCRIBE)
                .profile(PROFILE)
                .window(window())
                .parameter("clientId", CLIENT)
                .parameter("summaryUri", COUNTED);
        routes.addTo(camel);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(COUNTED)
                        .process(exchange -> count(Math.toIntExact(exchange.getMessage()
                                .getBody(EnrichmentSummary.class)
                                .counts()
                                .read())));
            }
        });
        camel.addRouteFromTemplate(
                "backfill",
                SalesforceRoutes.BACKFILL,
                Map.of(
                        "runId", RUN,
                        "trigger", TRIGGER,
                        "object", "Lead",
                        "profile", PROFILE,
                        "window", String.valueOf(window())));
    }

    private int window() {
        return (int) Math.max(SMALLEST, Math.min(WINDOW, every));
    }

    private void count(int records) {
        long tenths = done / every;
        done += records;
        if (done / every > tenths) {
            System.out.println(String.join(
                    " ", List.of(String.valueOf(done), String.valueOf(HeapWatch.live()), String.valueOf(heap.most()))));
        }
    }
}
