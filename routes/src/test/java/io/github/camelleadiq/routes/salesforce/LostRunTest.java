/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.core.Backoff;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunState;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
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
    private static final Duration SHORT = Duration.ofMillis(5);

    @TempDir
    Path directory;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean isAway;
    private volatile boolean isHeldUp;
    private H2State h2;
    private EnrichmentState state;
    private RunWorker worker;
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
        worker = new RunWorker(state);
        salesforce.start();
        lease = new RunLease(state.runs(), RUN, LEASE, Clock.systemUTC(), timer);
    }

    @AfterEach
    void close() {
        timer.shutdownNow();
        worker.close();
        salesforce.close();
        h2.close();
    }

    private void onWindow(int number, Runnable happens) {
        worker.onWindow = window -> {
            if (worker.windows.size() == number) {
                happens.run();
            }
        };
    }

    @Test
    void aDatabaseThatIsAwayForLongerThanTheLeaseDoesNotEndTheRun() {
        List<String> ids = salesforce.leads(500);
        onWindow(2, () -> isAway = true);

        Run run = run(pause -> {
            if (isAway) {
                await().until(() -> !lease.isHeld());
                isAway = false;
            }
            Pause.REAL.of(SHORT);
        });

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().read()).isEqualTo(500);
        assertThat(worker.found()).containsExactlyElementsOf(ids);
    }

    @Test
    void aLeaseThatLapsesIsTakenAgain() {
        List<String> ids = salesforce.leads(500);
        onWindow(2, () -> {
            isAway = true;
            await().until(() -> !lease.isHeld());
            isAway = false;
        });

        assertThat(run(pause -> Pause.REAL.of(SHORT)).state()).isEqualTo(RunState.DONE);
        assertThat(worker.found()).containsExactlyElementsOf(ids);
    }

    @Test
    void aWorkerThatComesTooLateLeavesTheCursorWhereTheOtherHasMovedIt() {
        List<String> ids = salesforce.leads(700);
        onWindow(1, () -> {
            // a window more is in the inbox by then
            await().until(() -> state.runs().isAhead(find()));
            isHeldUp = true;
            isAway = true;
            await().until(() -> !lease.isHeld());
            isAway = false;
            await().until(() -> state.runs().hold(RUN, "other", Duration.ofMinutes(1)));
            state.runs().offer(find(), "other", ids.get(599), ids.subList(400, 600));
            state.runs().release(RUN, "other");
            isHeldUp = false;
        });

        Run run = run(pause -> {
            await().until(() -> !isHeldUp);
            Pause.REAL.of(SHORT);
        });

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().read()).isEqualTo(700);
        assertThat(worker.found()).containsExactlyElementsOf(ids);
    }

    @Test
    @Timeout(60)
    void aPersonsPauseIsHeardWhileTheRunWaits() {
        salesforce.leads(10);
        worker.close();

        Run run = run(pause -> {
            if (state.runs().find(RUN).orElseThrow().state() == RunState.RUNNING) {
                state.runs().move(RUN, RunState.PAUSED);
            }
            Pause.REAL.of(SHORT);
        });

        assertThat(run.state()).isEqualTo(RunState.PAUSED);
        assertThat(run.counts().read()).isZero();
    }

    private Run find() {
        return state.runs().find(RUN).orElseThrow();
    }

    private Run run(Pause pause) {
        Patience patience = new Patience(
                2, new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)), pause, Clock.systemUTC(), () -> true);
        return new BackfillRunner(
                        state,
                        new BackfillRunner.Plan(RUN, "Lead", null, 200, null),
                        lasting -> new SalesforceRecords(
                                SalesforceApi.of(salesforce.camel, "salesforce"),
                                new SalesforceRecords.Selection(RUN, "Lead", null, 2_000, () -> GapFilter.NONE),
                                lasting),
                        patience,
                        lease)
                .run();
    }
}
