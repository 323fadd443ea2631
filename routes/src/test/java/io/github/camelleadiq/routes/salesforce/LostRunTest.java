/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunCounts;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.IntConsumer;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Runs whose lease or database goes away under their hands. */
class LostRunTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private static final String RUN = "leads-2026";
    private static final Duration LEASE = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<List<String>> pages = new ArrayList<>();
    private volatile boolean isAway;
    private IntConsumer onPage = number -> {};
    private H2State h2;
    private EnrichmentState state;
    private Salesforce salesforce;
    private RunLease lease;

    @BeforeEach
    void open() throws Exception {
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(new DelegatingDataSource(h2.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (isAway) {
                    throw new SQLException("away", "08006");
                }
                return super.getConnection();
            }
        });
        salesforce = new Salesforce(SALESFORCE.simulator());
        salesforce.camel.addRoutes(new RouteBuilder() {
            @Override
            @SuppressWarnings("unchecked")
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:records").process(exchange -> {
                    List<CrmRecord> page = exchange.getMessage().getBody(List.class);
                    pages.add(page.stream().map(CrmRecord::id).toList());
                    onPage.accept(pages.size());
                });
            }
        });
        salesforce.start();
        lease = new RunLease(state.runs(), RUN, LEASE, Clock.systemUTC(), timer);
    }

    @AfterEach
    void close() {
        timer.shutdownNow();
        salesforce.close();
        h2.close();
    }

    @Test
    void aDatabaseThatIsAwayForLongerThanTheLeaseDoesNotEndTheRun() {
        List<String> ids = salesforce.leads(500);
        onPage = number -> isAway = number == 2;

        Run run = run(pause -> {
            if (isAway) {
                await().until(() -> !lease.isHeld());
                isAway = false;
            }
        });

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().read()).isEqualTo(500);
        assertThat(found()).containsExactlyElementsOf(ids);
    }

    @Test
    void aLeaseThatLapsesIsTakenAgain() {
        List<String> ids = salesforce.leads(500);
        onPage = number -> {
            if (number == 2) {
                isAway = true;
                await().until(() -> !lease.isHeld());
                isAway = false;
            }
        };

        assertThat(run(pause -> {}).state()).isEqualTo(RunState.DONE);
        assertThat(found()).containsExactlyElementsOf(ids);
    }

    @Test
    void aWorkerThatComesTooLateLeavesTheCursorWhereTheOtherHasMovedIt() {
        List<String> ids = salesforce.leads(500);
        onPage = number -> {
            if (number == 1) {
                isAway = true;
                await().until(() -> !lease.isHeld());
                isAway = false;
                await().until(() -> state.runs().hold(RUN, "other", Duration.ofMinutes(1)));
                state.runs().advance(RUN, ids.get(399), new RunCounts(400, 0, 0, 0, 0, 0), BigDecimal.ZERO);
                state.runs().release(RUN, "other");
            }
        };

        Run run = run(pause -> {});

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().read()).isEqualTo(500);
        assertThat(pages).containsExactly(ids.subList(0, 200), ids.subList(400, 500));
    }

    @Test
    @Timeout(60)
    void aPersonsPauseIsHeardWhileTheRunWaits() {
        salesforce.leads(10);
        onPage = number -> {
            throw new PatienceTest.Break(Instant.now().plus(Duration.ofHours(1)));
        };

        Run run = run(pause -> {
            if (state.runs().find(RUN).orElseThrow().state() == RunState.RUNNING) {
                state.runs().move(RUN, RunState.PAUSED);
            }
            Pause.REAL.of(pause);
        });

        assertThat(run.state()).isEqualTo(RunState.PAUSED);
        assertThat(pages).hasSize(1);
    }

    private Run run(Pause pause) {
        BackfillRunner.Plan plan = new BackfillRunner.Plan(
                RUN, "Lead", Set.of("LastName"), null, "direct:records", 2_000, 200, () -> GapFilter.NONE, null);
        Patience patience =
                new Patience(2, Duration.ofSeconds(1), Duration.ofMinutes(1), pause, Clock.systemUTC(), () -> true);
        return new BackfillRunner(
                        SalesforceApi.of(salesforce.camel, "salesforce"),
                        state,
                        salesforce.camel.createProducerTemplate(),
                        plan,
                        patience,
                        lease)
                .run();
    }

    private List<String> found() {
        return pages.stream().flatMap(List::stream).toList();
    }
}
