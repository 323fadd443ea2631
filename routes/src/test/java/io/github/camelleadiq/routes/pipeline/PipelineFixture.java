/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.client.credit.JdbcCreditLedger;
import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunCounts;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The pipeline between a CRM in memory and the simulated LeadIQ. */
final class PipelineFixture implements AutoCloseable {
    static final String RUN = "stream:crm-Lead";

    /** Fills email, title and LinkedIn link. */
    static final EnrichmentProfile LEAD = Fixtures.profile(
            """
            mapping:
              Email: person.email.work
              Title: person.title
              LinkedIn_URL__c: person.linkedinUrl
            minConfidence: 0.6
            refreshAfter: 90d
            emailStatuses: [Verified, VerifiedLikely]
            optOuts:
              HasOptedOutOfEmail: person.email
            stamps:
              leadiqId: LeadIQ_Id__c
              enrichedAt: LeadIQ_Enriched_At__c
              status: LeadIQ_Status__c
            """);

    private static final AtomicInteger EVENTS = new AtomicInteger();

    private static final String TESTER = "tester";
    private static final String SUMMARIES = "direct:summaries";

    /** What came of each batch. */
    final List<EnrichmentSummary> summaries = new CopyOnWriteArrayList<>();

    final LeadIQSimulator leadIQ;
    final TestCrm crm;
    final H2State h2;
    final EnrichmentState state;
    final DefaultCamelContext context = new DefaultCamelContext();
    LeadIQRoutes routes;

    PipelineFixture(LeadIQSimulator leadIQ, Path directory) throws Exception {
        this(leadIQ, directory, Clock.systemUTC());
    }

    /** With a clock of the test's own. */
    PipelineFixture(LeadIQSimulator leadIQ, Path directory, Clock clock) throws Exception {
        this(leadIQ.url().toString(), directory, new TestCrm(), leadIQ, clock);
    }

    /** With three leads whose people LeadIQ knows. */
    static PipelineFixture withLeads(LeadIQSimulator leadIQ, Path directory) throws Exception {
        PipelineFixture pipeline = new PipelineFixture(leadIQ, directory);
        pipeline.crm
                .lead("00Q1", "FirstName", "Ada", "LastName", "Example", "Website", "acme.example")
                .lead("00Q2", "FirstName", "Bob", "LastName", "Example", "Website", "acme.example")
                .lead("00Q3", "FirstName", "Cleo", "LastName", "Example", "Website", "acme.example");
        return pipeline;
    }

    /** Puts records into the inbox as the next ones of a run. */
    Run offer(String runId, String creditCap, String... ids) {
        Run run = state.runs().startOrResume(runId, "Lead", null, creditCap == null ? null : new BigDecimal(creditCap));
        assertThat(state.runs().hold(runId, TESTER, Duration.ofMinutes(1))).isTrue();
        return ids.length == 0
                ? run
                : state.runs()
                        .offer(run, TESTER, ids[ids.length - 1], List.of(ids))
                        .orElseThrow();
    }

    /** What came of records of a run at first, once all of them are settled or the run has paused. */
    EnrichmentSummary page(String runId, String... ids) {
        return cappedPage(runId, null, ids);
    }

    /** The same for a run that may cost so much in all, since it began. */
    EnrichmentSummary cappedPage(String runId, String creditCap, String... ids) {
        int before = summaries.size();
        Run run = offer(runId, creditCap, ids);
        awaitEnd(run);
        await().until(() -> summaries.size() > before);
        return summaries.get(before);
    }

    /** Until all records of the run are settled, or it is not to go on and no worker is at it. */
    void awaitEnd(Run run) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> state.runs().isSettled(run)
                        || state(run.id()) != RunState.RUNNING && count(EventState.LEASED) == 0);
    }

    RunState state(String runId) {
        return state.runs().find(runId).orElseThrow().state();
    }

    RunCounts counts(String runId) {
        return state.runs().find(runId).orElseThrow().counts();
    }

    /** With a LeadIQ and a CRM that are looked after by somebody else. */
    PipelineFixture(String leadIQUrl, Path directory, RouteBuilder crmRoutes) throws Exception {
        this(leadIQUrl, directory, crmRoutes, null, Clock.systemUTC());
    }

    private PipelineFixture(
            String leadIQUrl, Path directory, RouteBuilder crmRoutes, LeadIQSimulator leadIQ, Clock clock)
            throws Exception {
        this.leadIQ = leadIQ;
        this.crm = crmRoutes instanceof TestCrm inMemory ? inMemory : null;
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource(), clock);
        LeadIQComponent component = new LeadIQComponent();
        component.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        component.getConfiguration().setUrl(leadIQUrl);
        component.getConfiguration().setRequestsPerMinute(100_000);
        component.getConfiguration().setMaxRetries(0);
        context.addComponent("leadiq", component);
        context.addRoutes(crmRoutes);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(SUMMARIES)
                        .process(exchange -> summaries.add(exchange.getMessage().getBody(EnrichmentSummary.class)));
            }
        });
    }

    /** With a ledger of credits that outlives the process. */
    PipelineFixture withLedger() {
        context.getComponent("leadiq", LeadIQComponent.class)
                .getConfiguration()
                .setCreditLedger(new JdbcCreditLedger(h2.dataSource()).createTables());
        return this;
    }

    /** Starts with a profile, and parameters that suit tests. */
    PipelineFixture start(EnrichmentProfile profile, UnaryOperator<LeadIQRoutes> more) throws Exception {
        routes = more.apply(LeadIQRoutes.of(state)
                .crm("direct:read", "direct:write", "direct:describe")
                .profile(profile)
                .parameter("clientId", "leadiq-test")
                .parameter("summaryUri", SUMMARIES)
                .parameter("pollDelay", "20")
                .parameter("maxDelay", "0")
                .parameter("retryDelay", "50ms")
                .parameter("outagePause", "100ms")
                .parameter("creditsPause", "100ms"));
        routes.addTo(context);
        context.start();
        return this;
    }

    PipelineFixture start() throws Exception {
        return start(LEAD, routes -> routes);
    }

    int change(String... ids) {
        List<ChangeEvent> events = new ArrayList<>();
        for (String id : ids) {
            events.add(event(ChangeKind.CREATE, null, Set.of(), id));
        }
        return send(events);
    }

    int send(List<ChangeEvent> events) {
        return context.createProducerTemplate().requestBody(routes.changesUri(), events, Integer.class);
    }

    static ChangeEvent event(ChangeKind kind, String origin, Set<String> fields, String... ids) {
        String position = "pos-" + EVENTS.incrementAndGet();
        return new ChangeEvent(
                "crm:Lead", position, position, "Lead", List.of(ids), kind, fields, origin, null, Instant.now());
    }

    long count(EventState wanted) {
        return state.inbox().counts().get(wanted);
    }

    void awaitSettled() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    Map<EventState, Long> counts = state.inbox().counts();
                    return counts.get(EventState.PENDING) + counts.get(EventState.LEASED) == 0;
                });
    }

    BigDecimal spent() {
        return leadIQ.meter().total(LeadIQSimulator.DEMO_KEY);
    }

    /** Requests that are not about the schema. */
    long lookups() {
        return leadIQ.requests().stream()
                .filter(request -> !request.introspection())
                .count();
    }

    @Override
    public void close() {
        context.stop();
        h2.close();
    }
}
