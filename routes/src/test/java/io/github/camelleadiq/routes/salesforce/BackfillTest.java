/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.PageOutcome;
import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.state.EnrichmentState;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
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
    private final List<List<CrmRecord>> pages = new ArrayList<>();
    private final List<String> runs = new ArrayList<>();
    private int failAt = -1;
    private int pausesLeft;
    private CountDownLatch gate = new CountDownLatch(0);
    private H2State h2;
    private EnrichmentState state;
    private Salesforce salesforce;

    @BeforeEach
    void open() throws Exception {
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource());
        salesforce = new Salesforce(simulator);
        salesforce.camel.getRegistry().bind("leadiqState", state);
        salesforce.camel.addRoutes(new RouteBuilder() {
            @Override
            @SuppressWarnings("unchecked")
            public void configure() {
                from("direct:records").process(exchange -> {
                    if (pages.size() == failAt) {
                        failAt = -1;
                        throw new IllegalStateException("LeadIQ is down");
                    }
                    if (pausesLeft-- > 0) {
                        throw new PatienceTest.Break(Instant.now().plusSeconds(30));
                    }
                    List<CrmRecord> handed = exchange.getMessage().getBody(List.class);
                    List<CrmRecord> page = affordable(
                            handed, exchange.getMessage().getHeader(RoutesConstants.CREDITS_LEFT, BigDecimal.class));
                    pages.add(page);
                    gate.await();
                    runs.add(exchange.getMessage().getHeader(RoutesConstants.RUN_ID, String.class));
                    exchange.getMessage()
                            .setBody(new Answer(
                                    new RunCounts(page.size(), 0, 0, page.size(), 0, 0),
                                    BigDecimal.valueOf(page.size()),
                                    handed.subList(page.size(), handed.size()).stream()
                                            .map(CrmRecord::id)
                                            .toList()));
                });
            }
        });
        salesforce.start();
    }

    private record Answer(RunCounts counts, BigDecimal credits, List<String> handedBack) implements PageOutcome {}

    /** Each record can cost two credits, and costs one. */
    private static List<CrmRecord> affordable(List<CrmRecord> page, BigDecimal creditsLeft) {
        return creditsLeft == null ? page : page.subList(0, Math.min(page.size(), creditsLeft.intValue() / 2));
    }

    @AfterEach
    void close() {
        salesforce.close();
        h2.close();
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
        assertThat(pages).hasSize(1);
        assertThat(pages.get(0).get(0).fields())
                .containsEntry("LastName", "Doe0")
                .containsKey("Email");
        assertThat(runs).containsOnly("leads-2026");
        assertThat(simulator.requestCount(RequestKind.QUERY)).isEqualTo(4);
        assertThat(again().state()).isEqualTo(RunState.DONE);
        assertThat(found()).hasSize(1_050);
    }

    @Test
    void aWindowIsFilledByAsManyPagesAsItTakes() throws Exception {
        List<String> ids = salesforce.leads(1_050);

        assertThat(backfill("pageSize", "300", "window", "400").state()).isEqualTo(RunState.DONE);

        assertThat(pages).extracting(List::size).containsExactly(400, 400, 250);
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
        failAt = 2;
        assertThat(catchThrowable(() -> backfill("attempts", "1", "pageSize", "300", "window", "200")))
                .isNotNull();
        Run failed = state.runs().find("leads-2026").orElseThrow();
        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        assertThat(failed.cursor()).isEqualTo(found().get(found().size() - 1));
        assertThat(again().state()).isEqualTo(RunState.DONE);
        assertThat(found()).containsExactlyElementsOf(ids);
    }

    @Test
    void whatPassesIsTriedAgain() throws Exception {
        salesforce.leads(10);
        failAt = 0;
        simulator.faults().next(2, SalesforceFaults.unavailable());
        assertThat(backfill("pause", "10ms").state()).isEqualTo(RunState.DONE);
        assertThat(found()).hasSize(10);
    }

    @Test
    void aPipelineThatPausesForAnHourDoesNotFailTheRun() throws Exception {
        List<String> ids = salesforce.leads(250);
        pausesLeft = 120;
        Duration[] waited = {Duration.ZERO};
        assertThat(run(duration -> waited[0] = waited[0].plus(duration), () -> true)
                        .state())
                .isEqualTo(RunState.DONE);
        assertThat(waited[0]).isGreaterThan(Duration.ofMinutes(59));
        assertThat(found()).containsExactlyElementsOf(ids);
    }

    @Test
    void whatIsFinishedBeforeAPauseCountsOnce() {
        salesforce.leads(10);
        pausesLeft = 1;

        Run run = run(pause -> {}, () -> true);

        // by the pause, and by the ten that came again
        assertThat(run.counts()).isEqualTo(new RunCounts(10, 2, 2, 11, 1, 0));
    }

    @Test
    void aStopDuringAPauseLeavesTheRunToTheNextStart() throws Exception {
        List<String> ids = salesforce.leads(10);
        pausesLeft = 1;
        boolean[] goesOn = {true};
        Run stopped = run(duration -> goesOn[0] = false, () -> goesOn[0]);
        assertThat(stopped.state()).isEqualTo(RunState.RUNNING);
        assertThat(state.runs().find("leads-2026"))
                .hasValueSatisfying(r -> assertThat(r.state()).isEqualTo(RunState.RUNNING));
        assertThat(backfill().state()).isEqualTo(RunState.DONE);
        assertThat(found()).containsExactlyElementsOf(ids);
    }

    /** Two attempts a page, and pauses that do not really wait. */
    private Run run(Pause pause, BooleanSupplier goesOn) {
        BackfillRunner.Plan plan = new BackfillRunner.Plan(
                "leads-2026",
                "Lead",
                Set.of("LastName"),
                null,
                "direct:records",
                2_000,
                5_000,
                () -> GapFilter.NONE,
                null);
        Patience patience =
                new Patience(2, Duration.ofSeconds(1), Duration.ofMinutes(1), pause, Clock.systemUTC(), goesOn);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            return new BackfillRunner(
                            SalesforceApi.of(salesforce.camel, "salesforce"),
                            state,
                            salesforce.camel.createProducerTemplate(),
                            plan,
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
        assertThat(pages).isEmpty();
    }

    @Test
    void aPageOfLongRecordsIsRead() throws Exception {
        String description = "An invented text. ".repeat(200);
        simulator.seed(
                "Lead",
                IntStream.range(0, 2_000)
                        .mapToObj(
                                i -> Map.of("LastName", "Sample" + i, "Company", "Acme", "Description", description)));
        assertThat(backfill("fields", "LastName,Description", "attempts", "1").state())
                .isEqualTo(RunState.DONE);
        assertThat(found()).hasSize(2_000);
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
        assertThat(run.cursor()).isEqualTo(ids.get(448));
        assertThat(again().state()).isEqualTo(RunState.PAUSED);
        assertThat(found()).hasSize(449);
    }

    @Test
    void twoWorkersWithTheSameRunHandOverEachRecordOnce() throws Exception {
        List<String> ids = salesforce.leads(700);
        gate = new CountDownLatch(1);
        route("pageSize", "100");
        CompletableFuture<Run> one = CompletableFuture.supplyAsync(this::again);
        await().until(() -> pages.size() == 1);

        CompletableFuture<Run> other = CompletableFuture.supplyAsync(this::again);
        await().during(Duration.ofSeconds(1)).until(() -> pages.size() == 1);
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
    void whatAPageSpentBeforeItFailedCounts() throws Exception {
        salesforce.leads(10);
        List<BigDecimal> left = new ArrayList<>();
        salesforce.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:spending").process(exchange -> {
                    left.add(exchange.getMessage().getHeader(RoutesConstants.CREDITS_LEFT, BigDecimal.class));
                    if (left.size() == 1) {
                        state.log().append(List.of(spent("3")));
                        throw new PatienceTest.Break(Instant.now());
                    }
                    exchange.getMessage().setBody(new Answer(RunCounts.NONE, BigDecimal.ONE, List.of()));
                });
            }
        });
        Run run = backfill("recordsUri", "direct:spending", "creditCap", "10", "pause", "10ms");
        assertThat(left)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(BigDecimal.TEN, new BigDecimal("7"));
        assertThat(run.credits()).isEqualByComparingTo("4");
    }

    private static LogEntry spent(String credits) {
        return LogEntry.builder("leads-2026", "Lead", "00Q", Outcome.PUT_OFF, Instant.now())
                .credits(new BigDecimal(credits))
                .build();
    }

    @Test
    void somebodyCanPauseIt() throws Exception {
        salesforce.leads(500);
        salesforce.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:pausing").process(exchange -> state.runs().move("leads-2026", RunState.PAUSED));
            }
        });
        assertThat(backfill("recordsUri", "direct:pausing", "window", "200").state())
                .isEqualTo(RunState.PAUSED);
        assertThat(state.runs().find("leads-2026"))
                .hasValueSatisfying(r -> assertThat(r.counts().read()).isEqualTo(200));
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
                "fields",
                "LastName",
                "where",
                "Company = 'Acme'",
                "attempts",
                "1",
                "age",
                "30d",
                "recordsUri",
                "direct:records");
        failAt = 0;
        assertThat(catchThrowable(() -> request("direct:refresh"))).isNotNull();
        Run run = request("direct:refresh");
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(found()).containsExactly(never, old).doesNotContain(fresh, other);
        assertThat(state.runs().list()).hasSize(1);
    }

    @Test
    void recordsAreEnrichedOnDemand() throws Exception {
        List<String> ids = salesforce.leads(250);
        salesforce.route(
                SalesforceRoutes.IDS, "object", "Lead", "fields", "LastName, Email", "recordsUri", "direct:records");
        Object count = salesforce
                .camel
                .createProducerTemplate()
                .requestBodyAndHeader(
                        "direct:leadiq-salesforce-ids", String.join("\n", ids), RoutesConstants.RUN_ID, "asked");
        assertThat(count).isEqualTo(250);
        assertThat(found()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(runs).containsExactly("asked");
        assertThatThrownBy(() -> salesforce
                        .camel
                        .createProducerTemplate()
                        .requestBody("direct:leadiq-salesforce-ids", List.of(ids.get(0), "nonsense")))
                .rootCause()
                .hasMessageContaining("1 of 2")
                .hasMessageNotContaining("nonsense");
    }

    @Test
    void whoAsksForRecordsIsToldThatTheBudgetDoesNotSuffice() throws Exception {
        List<String> ids = salesforce.leads(3);
        salesforce.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:spent").process(exchange -> exchange.getMessage()
                        .setBody(new Answer(RunCounts.NONE, BigDecimal.ZERO, ids.subList(1, 3))));
            }
        });
        salesforce.route(SalesforceRoutes.IDS, "object", "Lead", "recordsUri", "direct:spent");
        assertThatThrownBy(() -> salesforce
                        .camel
                        .createProducerTemplate()
                        .requestBodyAndHeader("direct:leadiq-salesforce-ids", ids, RoutesConstants.RUN_ID, "asked"))
                .rootCause()
                .hasMessageContaining("asked")
                .hasMessageContaining("2 of its records");
    }

    @Test
    void progressSaysHowLongItTakes() {
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");
        Run run = state.runs().startOrResume("progress", "Lead", null);
        RunProgress log = new RunProgress(Clock.fixed(begin, ZoneOffset.UTC), run, 1_000);
        run = state.runs().advance("progress", "x", new RunCounts(200, 0, 0, 50, 0, 0), new BigDecimal("12.5"));
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
                "object", "Lead",
                "fields", "LastName,Email",
                "recordsUri", "direct:records"));
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
        return pages.stream().flatMap(List::stream).map(CrmRecord::id).toList();
    }
}
