/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.Backoff;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunCounts;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.simulator.salesforce.SalesforceFaults;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private static final Duration LEASE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private H2State h2;
    private EnrichmentState state;
    private RunWorker worker;
    private Salesforce salesforce;

    @BeforeEach
    void open() throws Exception {
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource());
        worker = new RunWorker(state);
        salesforce = new Salesforce(simulator);
        salesforce.camel.getRegistry().bind("leadiqState", state);
        salesforce.start();
    }

    @AfterEach
    void close() {
        worker.close();
        salesforce.close();
        h2.close();
    }

    /** The n-th query from now on fails; those that count do so, too. */
    private void failAtQuery(int number) {
        AtomicInteger queries = new AtomicInteger();
        simulator
                .faults()
                .when(
                        request -> request.kind() == RequestKind.QUERY && queries.incrementAndGet() == number,
                        SalesforceFaults.unavailable());
    }

    @Test
    void allRecordsComeOnceInOrderOfTheirIds() throws Exception {
        List<String> ids = salesforce.leads(1_050);
        simulator.create("Lead", Map.of("LastName", "Doe", "Company", "Other"));
        Run run = backfill("where", "Company = 'Acme' OR Company = 'Nobody'", "pageSize", "500");
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().read()).isEqualTo(1_050);
        assertThat(run.counts().written()).isEqualTo(1_050);
        assertThat(run.credits()).isEqualByComparingTo("1050");
        assertThat(found()).containsExactlyElementsOf(ids);
        assertThat(worker.windows).hasSize(1);
        assertThat(worker.runs).containsOnly("leads-2026");
        assertThat(simulator.requestCount(RequestKind.QUERY)).isEqualTo(4);
        assertThat(again().state()).isEqualTo(RunState.DONE);
        assertThat(found()).hasSize(1_050);
    }

    @Test
    void aWindowIsFilledByAsManyPagesAsItTakes() throws Exception {
        List<String> ids = salesforce.leads(1_050);

        assertThat(backfill("pageSize", "300", "window", "400").state()).isEqualTo(RunState.DONE);

        assertThat(worker.windows).extracting(List::size).containsExactly(400, 400, 250);
        assertThat(found()).containsExactlyElementsOf(ids);
        // one to count, then 300 and 100, 300 and 100, 250
        assertThat(simulator.requestCount(RequestKind.QUERY)).isEqualTo(6);
    }

    @Test
    void aWindowIsNeitherSmallerThanARequestToSalesforceNorLargerThanAHundredToLeadIQ() {
        SalesforceBackfill backfill = new SalesforceBackfill();
        for (int wrong : new int[] {199, 10_001}) {
            assertThatThrownBy(() -> backfill.setWindow(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("200 to 10000");
        }
        backfill.setWindow(200);
        backfill.setWindow(10_000);
    }

    @Test
    void itGoesOnWhereItStopped() throws Exception {
        List<String> ids = salesforce.leads(700);
        // one counts, and two find the first windows
        failAtQuery(4);
        assertThat(catchThrowable(() -> backfill("attempts", "1", "pageSize", "300", "window", "200")))
                .isNotNull();
        Run failed = state.runs().find("leads-2026").orElseThrow();
        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        assertThat(failed.cursor()).isEqualTo(ids.get(399));
        assertThat(again().state()).isEqualTo(RunState.DONE);
        assertThat(found()).containsExactlyElementsOf(ids);
    }

    @Test
    void whatPassesIsTriedAgain() throws Exception {
        salesforce.leads(10);
        simulator.faults().next(2, SalesforceFaults.unavailable());
        assertThat(backfill("pause", "10ms").state()).isEqualTo(RunState.DONE);
        assertThat(found()).hasSize(10);
    }

    @Test
    void aStopWhileRecordsWaitLeavesTheRunToTheNextStart() throws Exception {
        List<String> ids = salesforce.leads(10);
        worker.close();
        boolean[] goesOn = {true};
        Run stopped = run(duration -> goesOn[0] = false, () -> goesOn[0]);
        assertThat(stopped.state()).isEqualTo(RunState.RUNNING);
        assertThat(stopped.cursor()).isEqualTo(ids.get(9));
        assertThat(state.runs().find("leads-2026"))
                .hasValueSatisfying(r -> assertThat(r.state()).isEqualTo(RunState.RUNNING));

        worker = new RunWorker(state);
        assertThat(backfill().state()).isEqualTo(RunState.DONE);
        assertThat(found()).containsExactlyElementsOf(ids);
    }

    /** Where nothing is settled, no more than a window waits. */
    @Test
    void besidesTheWindowInWorkOneWaitsAtMost() throws Exception {
        List<String> ids = salesforce.leads(1_000);
        CountDownLatch gate = new CountDownLatch(1);
        worker.onWindow = window -> {
            if (gate.getCount() > 0) {
                await().until(() -> !state.runs().isAhead(find()) || gate.getCount() > 0 && waiting() == 2);
                await().during(Duration.ofSeconds(1)).until(() -> waiting() <= 2);
                gate.countDown();
            }
        };

        assertThat(backfill("window", "200").state()).isEqualTo(RunState.DONE);

        assertThat(gate.getCount()).isZero();
        assertThat(found()).containsExactlyElementsOf(ids);
    }

    private Run find() {
        return state.runs().find("leads-2026").orElseThrow();
    }

    private long waiting() {
        Map<EventState, Long> counts = state.inbox().counts();
        return counts.get(EventState.PENDING) + counts.get(EventState.LEASED);
    }

    /** Two attempts a page, and pauses that do not really wait. */
    private Run run(Pause pause, BooleanSupplier goesOn) {
        BackfillRunner.Plan plan = new BackfillRunner.Plan("leads-2026", "Lead", null, 5_000, null);
        Patience patience = new Patience(
                2, new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)), pause, Clock.systemUTC(), goesOn);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            return new BackfillRunner(
                            state,
                            plan,
                            lasting -> new SalesforceRecords(
                                    SalesforceApi.of(salesforce.camel, "salesforce"),
                                    new SalesforceRecords.Selection(
                                            "leads-2026", "Lead", null, 2_000, () -> GapFilter.NONE),
                                    lasting),
                            patience,
                            new RunLease(state.runs(), "leads-2026", LEASE, patience.clock(), timer))
                    .run();
        } finally {
            timer.shutdownNow();
        }
    }

    @Test
    void aQueryThatSalesforceDoesNotUnderstandFailsAtOnce() {
        assertThat(catchThrowable(() -> backfill("where", "Nope__c = 1"))).isNotNull();
        assertThat(state.runs().find("leads-2026"))
                .hasValueSatisfying(r -> assertThat(r.state()).isEqualTo(RunState.FAILED));
    }

    /** As when an option of camel-salesforce has another name than we know. */
    @Test
    void aRequestThatIsNotMadeAsItShouldBeFailsTheRunInTheEnd() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        salesforce.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                interceptSendToEndpoint("salesforce:raw*").process(exchange -> {
                    requests.incrementAndGet();
                    exchange.getMessage().removeHeaders("*");
                });
                from("direct:unused").stop();
            }
        });
        salesforce.leads(1);
        assertThatThrownBy(() -> backfill("attempts", "3", "pause", "1ms"))
                .cause()
                .isInstanceOfSatisfying(SalesforceCallException.class, e -> assertThat(e.isUnexpected())
                        .isTrue())
                .hasMessageContaining("Missing property");
        assertThat(state.runs().find("leads-2026").orElseThrow().state()).isEqualTo(RunState.FAILED);
        // one to count, three for the page
        assertThat(requests).hasValue(4);
        assertThat(worker.windows).isEmpty();
    }

    @Test
    void theCapStopsTheRunAndIsNotPassed() throws Exception {
        List<String> ids = salesforce.leads(1_000);
        Run run = backfill("creditCap", "450");
        assertThat(run.state()).isEqualTo(RunState.PAUSED);
        // the last credit does not suffice for a record that can cost two
        assertThat(run.credits()).isEqualByComparingTo("449");
        assertThat(run.counts().read()).isEqualTo(449);
        assertThat(found()).containsExactlyElementsOf(ids.subList(0, 449));
        assertThat(again().state()).isEqualTo(RunState.PAUSED);
        assertThat(found()).hasSize(449);
    }

    @Test
    void aHigherCapGoesOnWithWhatWaits() throws Exception {
        List<String> ids = salesforce.leads(500);
        assertThat(backfill("creditCap", "450", "window", "200").state()).isEqualTo(RunState.PAUSED);
        salesforce.route(
                SalesforceRoutes.BACKFILL,
                "runId",
                "leads-2026",
                "trigger",
                "direct:higher",
                "object",
                "Lead",
                "window",
                "200",
                "creditCap",
                "501");

        Run run = request("direct:higher");

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().read()).isEqualTo(500);
        assertThat(run.credits()).isEqualByComparingTo("500");
        assertThat(found()).containsExactlyElementsOf(ids);
    }

    @Test
    void twoWorkersWithTheSameRunFindEachRecordOnce() throws Exception {
        List<String> ids = salesforce.leads(700);
        CountDownLatch gate = new CountDownLatch(1);
        worker.onWindow = window -> await().until(() -> gate.getCount() == 0);
        route("pageSize", "100", "window", "200");
        CompletableFuture<Run> one = CompletableFuture.supplyAsync(this::again);
        await().until(() -> worker.windows.size() == 1);

        CompletableFuture<Run> other = CompletableFuture.supplyAsync(this::again);
        await().during(Duration.ofSeconds(1)).until(() -> worker.windows.size() == 1 && waiting() <= 2);
        gate.countDown();

        assertThat(one.get().state()).isEqualTo(RunState.DONE);
        assertThat(other.get().state()).isEqualTo(RunState.DONE);
        assertThat(other.get().counts().read()).isEqualTo(700);
        assertThat(found()).containsExactlyElementsOf(ids);
    }

    @Test
    void aRunWhoseWorkerIsGoneIsTakenOver() throws Exception {
        List<String> ids = salesforce.leads(10);
        state.runs().startOrResume("leads-2026", "Lead", null);
        state.runs().hold("leads-2026", "gone", Duration.ofSeconds(2));

        Run run = backfill();

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(found()).containsExactlyElementsOf(ids);
    }

    @Test
    void somebodyCanPauseIt() throws Exception {
        salesforce.leads(500);
        worker.onWindow = window -> state.runs().move("leads-2026", RunState.PAUSED);
        assertThat(backfill("window", "200").state()).isEqualTo(RunState.PAUSED);
        await().until(() -> state.inbox().counts().get(EventState.LEASED) == 0);
        assertThat(find().counts().read()).isEqualTo(200);
    }

    @Test
    void staleRecordsAreRefreshed() throws Exception {
        String never = salesforce.lead("Never");
        String old = salesforce.lead("Old");
        String fresh = salesforce.lead("Fresh");
        String other = simulator.create("Lead", Map.of("LastName", "Doe", "Company", "Other"));
        simulator.humanUpdate("Lead", old, Map.of("LeadIQ_Enriched_At__c", "2020-01-01T00:00:00Z"));
        simulator.humanUpdate(
                "Lead",
                fresh,
                Map.of(
                        "LeadIQ_Enriched_At__c",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
        salesforce.route(
                SalesforceRoutes.REFRESH,
                "trigger",
                "direct:refresh",
                "object",
                "Lead",
                "where",
                "Company = 'Acme'",
                "attempts",
                "1",
                "age",
                "30d");
        failAtQuery(2);
        assertThat(catchThrowable(() -> request("direct:refresh"))).isNotNull();
        Run run = request("direct:refresh");
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(found()).containsExactly(never, old).doesNotContain(fresh, other);
        assertThat(state.runs().list()).hasSize(1);
    }

    @Test
    void recordsAreEnrichedOnDemand() throws Exception {
        List<String> ids = salesforce.leads(250);
        salesforce.route(SalesforceRoutes.IDS, "object", "Lead");
        Run run = demand(String.join("\n", ids));
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().read()).isEqualTo(250);
        assertThat(found()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(worker.runs).containsExactly("asked");

        // once more, by the same name
        assertThat(demand(ids.get(7)).counts().read()).isEqualTo(251);
        assertThatThrownBy(() -> salesforce
                        .camel
                        .createProducerTemplate()
                        .requestBody("direct:leadiq-salesforce-ids", List.of(ids.get(0), "nonsense")))
                .rootCause()
                .hasMessageContaining("1 of 2")
                .hasMessageNotContaining("nonsense");
    }

    private Run demand(Object ids) {
        return salesforce
                .camel
                .createProducerTemplate()
                .requestBodyAndHeader("direct:leadiq-salesforce-ids", ids, RoutesConstants.RUN_ID, "asked", Run.class);
    }

    @Test
    void whoAsksByANameThatIsInUseGetsTheRecordsTooAfterwards() throws Exception {
        List<String> ids = salesforce.leads(20);
        salesforce.route(SalesforceRoutes.IDS, "object", "Lead");
        Thread second = new Thread(() -> demand(ids.subList(0, 10)));
        worker.onWindow = window -> {
            if (worker.windows.size() == 1) {
                second.start();
                // until it waits for the first one
                await().until(() -> Arrays.stream(second.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(Patience.class.getName())
                                && frame.getMethodName().equals("look")));
            }
        };

        assertThat(demand(ids.subList(10, 20)).state()).isEqualTo(RunState.DONE);
        second.join(Duration.ofMinutes(1).toMillis());

        assertThat(second.isAlive()).isFalse();
        assertThat(found()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void whoAsksByTheNameOfARunThatDidNotEndGetsTheRecords() throws Exception {
        List<String> ids = salesforce.leads(20);
        Run broken = state.runs().startOrResume("asked", "Lead", null);
        state.runs().hold("asked", "gone", Duration.ofMillis(1));
        state.runs().offer(broken, "gone", ids.get(19), ids.subList(10, 20));
        salesforce.route(SalesforceRoutes.IDS, "object", "Lead");

        assertThat(demand(ids.subList(0, 10)).state()).isEqualTo(RunState.DONE);

        assertThat(found()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void whoAsksForRecordsIsToldThatTheBudgetDoesNotSuffice() throws Exception {
        List<String> ids = salesforce.leads(3);
        worker.onWindow = window -> state.runs().pause("asked");
        salesforce.route(SalesforceRoutes.IDS, "object", "Lead");
        assertThatThrownBy(() -> demand(ids))
                .rootCause()
                .hasMessageContaining("asked")
                .hasMessageContaining("before all of its records");
    }

    @Test
    void progressSaysHowLongItTakes() {
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");
        Run run = state.runs().startOrResume("progress", "Lead", null);
        RunProgress log = new RunProgress(Clock.fixed(begin, ZoneOffset.UTC), run, 1_000);
        state.log()
                .append(List.of(LogEntry.builder("progress", "Lead", "00Q", Outcome.WRITTEN, begin)
                        .credits(new BigDecimal("12.5"))
                        .build()));
        run = state.runs().count("progress", new RunCounts(200, 0, 0, 50, 0, 0));
        assertThat(log.line(run, begin.plusSeconds(10)))
                .contains("200 done of 1000", "20/s", "time left PT40S", "50 written", "12.5");
    }

    private Run backfill(String... more) throws Exception {
        route(more);
        return again();
    }

    private void route(String... more) throws Exception {
        List<String> parameters = new ArrayList<>(List.of(
                "runId", "leads-2026",
                "trigger", "direct:backfill",
                "object", "Lead"));
        parameters.addAll(List.of(more));
        salesforce.route(SalesforceRoutes.BACKFILL, parameters.toArray(String[]::new));
    }

    private Run again() {
        return request("direct:backfill");
    }

    private Run request(String uri) {
        return salesforce.camel.createProducerTemplate().requestBody(uri, null, Run.class);
    }

    private List<String> found() {
        return worker.found();
    }
}
