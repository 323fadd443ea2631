/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.StoredEvent;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Route;
import org.apache.camel.StatefulService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopping with a full inbox. */
class StopTest {
    private static final String ROUTE = "leadiq-enrich-crm-Lead";
    private static final int ALL = 60;
    private static final int BATCH = 10;

    private static LeadIQSimulator leadIQ;

    @TempDir
    Path directory;

    private final MatchStep match = new MatchStep();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeAll
    static void listen() {
        leadIQ = LeadIQSimulator.builder().start();
    }

    @AfterAll
    static void hangUp() {
        leadIQ.close();
    }

    @BeforeEach
    void forget() {
        leadIQ.reset();
    }

    @AfterEach
    void letGo() {
        goOn.countDown();
    }

    @Test
    void endsWithTheBatchInHand() throws Exception {
        try (PipelineFixture pipeline = midBatch()) {
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(pipeline.context::stop);
            await().until(pipeline.context::isStopping);
            goOn.countDown();
            stopped.get(10, TimeUnit.SECONDS);

            assertThat(pipeline.count(EventState.DONE)).isEqualTo(BATCH);
            assertNothingIsHeldAndNothingCounts(pipeline, ALL - BATCH);
        }
    }

    @Test
    void aRouteThatIsStoppedEndsLikewise() throws Exception {
        try (PipelineFixture pipeline = midBatch()) {
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stopRoute(pipeline));
            Route route = pipeline.context.getRoute(ROUTE);
            await().until(() -> !((StatefulService) route.getConsumer()).isStarted());
            goOn.countDown();
            stopped.get(10, TimeUnit.SECONDS);

            assertNothingIsHeldAndNothingCounts(pipeline, ALL - BATCH);

            pipeline.context.getRouteController().startRoute(ROUTE);
            pipeline.awaitSettled();
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(ALL);
        }
    }

    @Test
    void aBatchThatDoesNotEndIsGivenBack() throws Exception {
        try (PipelineFixture pipeline = midBatch()) {
            pipeline.context.getShutdownStrategy().setTimeout(1);
            pipeline.context.stop();

            assertNothingIsHeldAndNothingCounts(pipeline, ALL);
        }
    }

    @Test
    void whoOutlivedAStopIsNotTakenForTheNext() throws Exception {
        try (PipelineFixture pipeline =
                PipelineFixture.withLeads(leadIQ, directory).start(PipelineFixture.LEAD, routes -> routes)) {
            stopRoute(pipeline);
            pipeline.change("00Q1", "00Q2");
            PipelineBean bean = (PipelineBean)
                    pipeline.context.getRoute(ROUTE).getRoutePolicyList().get(0);
            InboxWorker worker = bean.worker(pipeline.context);
            worker.begin("late");
            Set<Long> events = worker.take("late").stream()
                    .flatMap(item -> item.cause().eventIds().stream())
                    .collect(Collectors.toSet());
            bean.onStop(null);
            worker.begin("next");

            assertThat(worker.take("next")).hasSize(2);
            assertThat(extend(pipeline, "late", events)).isZero();
            assertThat(worker.take("late")).isEmpty();
            worker.release("late");
            assertThat(extend(pipeline, "next", events)).isEqualTo(2);
        }
    }

    private static int extend(PipelineFixture pipeline, String owner, Set<Long> events) {
        return pipeline.state.inbox().extend(owner, events, Duration.ofMinutes(1));
    }

    private static void assertNothingIsHeldAndNothingCounts(PipelineFixture pipeline, long waiting) {
        assertThat(pipeline.count(EventState.LEASED)).isZero();
        assertThat(pipeline.count(EventState.PENDING)).isEqualTo(waiting);
        assertThat(pipeline.state.inbox().claim("Lead", ALL, Duration.ofMinutes(1), "next"))
                .extracting(StoredEvent::attempts)
                .containsOnly(1);
        pipeline.state.inbox().release("next");
    }

    private static void stopRoute(PipelineFixture pipeline) {
        try {
            pipeline.context.getRouteController().stopRoute(ROUTE);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a full inbox and its first batch in hand. */
    private PipelineFixture midBatch() throws Exception {
        PipelineFixture pipeline = new PipelineFixture(leadIQ, directory);
        pipeline.context.getRegistry().bind("ownMatch", (Step) this::waits);
        pipeline.start(PipelineFixture.LEAD, routes -> routes.step("matchStep", "bean:ownMatch")
                .parameter("batchSize", String.valueOf(BATCH))
                // all of them are there when the first batch is claimed
                .parameter("pollDelay", "2000"));
        String[] ids = IntStream.range(0, ALL).mapToObj(i -> "00Q" + (100 + i)).toArray(String[]::new);
        for (String id : ids) {
            pipeline.crm.lead(id, "FirstName", "Ada", "LastName", "Example-" + id, "Website", "acme.example");
        }
        pipeline.change(ids);
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
        return pipeline;
    }

    private Batch waits(Batch batch) {
        if (!batch.isEmpty()) {
            reached.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return match.apply(batch);
    }
}
