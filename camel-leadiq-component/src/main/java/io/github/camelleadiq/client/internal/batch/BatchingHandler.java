/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.batch;

import io.github.camelleadiq.client.FailureScope;
import io.github.camelleadiq.client.LeadIQMetrics;
import io.github.camelleadiq.client.internal.call.CallHandler;
import io.github.camelleadiq.client.internal.call.CallOutcome;
import io.github.camelleadiq.client.internal.call.PreparedCall;
import io.github.camelleadiq.client.internal.graphql.GraphQLSender;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends calls, and lets lookups share requests: those of one list, and, with a window, those of different exchanges. How
 * many requests a list takes depends on the list alone: it is cut when all of it is there.
 */
public final class BatchingHandler implements CallHandler, AutoCloseable {

    /** Requests of a list under way where their size is found out: enough for the permits that come meanwhile. */
    private static final int AT_ONCE = 5;

    private final BatchSender sender;
    private final int size;
    private final LookupBatcher acrossExchanges;

    /**
     * @param size lookups of a request at most; 1 for no batching, or {@code BATCH_SIZE_AUTO}
     * @param window how long a lookup waits for others of other exchanges; zero for not at all
     */
    public BatchingHandler(
            GraphQLSender sender,
            int size,
            Duration window,
            ScheduledExecutorService scheduler,
            LeadIQMetrics metrics) {
        this.sender = new BatchSender(sender, size, metrics);
        this.size = size;
        this.acrossExchanges = window.isZero() || size == 1
                ? null
                : new LookupBatcher(this.sender::send, this.sender::size, window, scheduler);
    }

    /** Sends what still waits; on a closed sender each such call fails at once, and none is forgotten. */
    @Override
    public void close() {
        if (acrossExchanges != null) {
            acrossExchanges.close();
        }
    }

    @Override
    public CompletableFuture<List<CallOutcome>> handle(List<PreparedCall> calls) {
        List<PendingCall> pending = new ArrayList<>(calls.size());
        calls.forEach(call -> pending.add(PendingCall.of(call)));
        Map<BatchKey, List<PendingCall>> together = new LinkedHashMap<>();
        for (PendingCall call : pending) {
            if (!call.call().isLookup() || size == 1 || calls.size() == 1 && acrossExchanges == null) {
                sender.send(List.of(call));
            } else if (acrossExchanges != null) {
                acrossExchanges.add(call);
            } else {
                together.computeIfAbsent(BatchKey.of(call.call()), any -> new ArrayList<>())
                        .add(call);
            }
        }
        together.values().forEach(this::cut);
        return PendingCall.all(pending).thenApply(BatchingHandler::doubted);
    }

    private void cut(List<PendingCall> calls) {
        if (sender.grows()) {
            // one at first: what waits for its permit meanwhile would be cut too small
            goOn(new ArrayDeque<>(calls), new AtomicInteger(1));
            return;
        }
        for (int from = 0; from < calls.size(); from += size) {
            sender.send(calls.subList(from, Math.min(calls.size(), from + size)));
        }
    }

    /** The next request is cut when one has come back, by what that has shown. */
    private void goOn(Deque<PendingCall> left, AtomicInteger underWay) {
        while (true) {
            List<PendingCall> next = new ArrayList<>();
            synchronized (left) {
                for (int most = sender.size(); next.size() < most && !left.isEmpty(); ) {
                    next.add(left.poll());
                }
            }
            if (next.isEmpty()) {
                return;
            }
            sender.send(next);
            CompletableFuture<List<CallOutcome>> back = PendingCall.all(next);
            if (!back.isDone()) {
                back.whenComplete((outcomes, failure) -> {
                    giveUp(left, outcomes);
                    goOn(left, underWay);
                    if (underWay.getAndIncrement() < AT_ONCE) {
                        goOn(left, underWay);
                    }
                });
                return;
            }
            giveUp(left, back.join());
        }
    }

    /** Where others would fail as well they are not sent. */
    private static void giveUp(Deque<PendingCall> left, List<CallOutcome> outcomes) {
        outcomes.stream()
                .filter(outcome -> outcome.scope() == FailureScope.SERVICE)
                .findFirst()
                .ifPresent(outcome -> {
                    List<PendingCall> rest;
                    synchronized (left) {
                        rest = List.copyOf(left);
                        left.clear();
                    }
                    rest.forEach(pending -> pending.failed(outcome.failure()));
                });
    }

    /** What fails alone is the reason of it only if others got through: a server in trouble fails each one alone. */
    private static List<CallOutcome> doubted(List<CallOutcome> outcomes) {
        boolean believed = false;
        for (CallOutcome outcome : outcomes) {
            believed |= !outcome.isFailure();
        }
        return believed
                ? outcomes
                : outcomes.stream()
                        .map(outcome -> outcome.isFailure()
                                        && outcome.scope() == FailureScope.ITEM
                                        && FailureScope.of(outcome.failure()) != FailureScope.ITEM
                                ? outcome.reaching(FailureScope.REQUEST)
                                : outcome)
                        .toList();
    }
}
