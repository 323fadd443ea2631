/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.routes.state.RunCounts;
import io.github.camelleadiq.routes.state.Settlement;
import io.github.camelleadiq.routes.state.StateException;
import io.github.camelleadiq.routes.state.StoredEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Settles what runs put into the inbox, in place of the pipeline: each lead costs one credit and can cost two, and is
 * written.
 */
final class RunWorker implements AutoCloseable {
    private static final String OWNER = "run-worker";
    private static final BigDecimal MOST = BigDecimal.valueOf(2);
    private static final int RECORDS = 10_000;
    private static final Duration LOOK = Duration.ofMillis(10);

    final List<List<String>> windows = new CopyOnWriteArrayList<>();
    final List<String> runs = new CopyOnWriteArrayList<>();
    /** Called with each window before it is settled. */
    volatile Consumer<List<String>> onWindow = window -> {};

    private final EnrichmentState state;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, OWNER));
    private volatile boolean isClosed;

    RunWorker(EnrichmentState state) {
        this.state = state;
        timer.scheduleWithFixedDelay(this::work, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    List<String> found() {
        return windows.stream().flatMap(List::stream).toList();
    }

    private void work() {
        try {
            List<StoredEvent> claimed = state.inbox().claimOfRuns("Lead", RECORDS, Duration.ofMinutes(1), OWNER);
            if (!claimed.isEmpty()) {
                process(claimed);
            }
        } catch (StateException e) {
            // the state is away, as some tests want it: again in a moment
        }
    }

    private void process(List<StoredEvent> claimed) {
        String runId = claimed.get(0).runId();
        List<String> ids = claimed.stream()
                .flatMap(stored -> stored.event().recordIds().stream())
                .toList();
        BigDecimal cap = state.runs().find(runId).map(Run::creditCap).orElse(null);
        BigDecimal left = cap == null ? null : cap.subtract(state.log().credits(runId));
        List<String> done = new ArrayList<>();
        for (String id : ids) {
            if (left == null || left.compareTo(MOST) >= 0) {
                done.add(id);
                left = left == null ? null : left.subtract(BigDecimal.ONE);
            }
        }
        windows.add(done);
        runs.add(runId);
        onWindow.accept(done);
        Map<String, Settlement> settlements = new HashMap<>();
        Settlement later = new Settlement.Later(Instant.now(), false, false, "too dear");
        ids.forEach(id -> settlements.put(id, later));
        done.forEach(id -> settlements.put(id, Settlement.DONE));
        await().forever()
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .until(() -> isSettled(claimed, runId, done, settlements));
        if (done.size() < ids.size()) {
            state.runs().pause(runId);
        }
    }

    private boolean isSettled(
            List<StoredEvent> claimed, String runId, List<String> done, Map<String, Settlement> settlements) {
        try {
            state.atomically(() -> {
                state.log()
                        .append(done.stream()
                                .map(id -> LogEntry.builder(runId, "Lead", id, Outcome.WRITTEN, Instant.now())
                                        .credits(BigDecimal.ONE)
                                        .build())
                                .toList());
                state.inbox()
                        .settle(OWNER, claimed.stream().map(StoredEvent::id).toList(), settlements);
                return state.runs().count(runId, new RunCounts(done.size(), 0, 0, done.size(), 0, 0));
            });
            return true;
        } catch (StateException e) {
            return isClosed;
        }
    }

    @Override
    public void close() {
        isClosed = true;
        try {
            timer.shutdown();
            timer.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
