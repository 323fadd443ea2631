/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.cache;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.internal.call.CallHandler;
import io.github.camelleadiq.client.internal.call.CallOutcome;
import io.github.camelleadiq.client.internal.call.PreparedCall;
import io.github.camelleadiq.client.internal.graphql.Futures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Lets equal lookups that are under way at the same time share one request and what comes of it, be it an answer or a
 * failure: whatever fails the one request would have failed each of them. Who gives up waiting gives up for himself; the
 * request goes on even if no caller is left, because it may be paid for already and its answer can still be kept.
 */
public final class CoalescingHandler implements CallHandler {

    private final CallHandler next;
    private final Executor executor;
    private final Consumer<LeadIQOperation> onShared;
    private final Map<Key, CompletableFuture<CallOutcome>> underWay = new ConcurrentHashMap<>();

    /** What makes two lookups equal, on the one server that the client talks to. */
    private record Key(CallOptions options, String document, JsonNode variables) {
        static Key of(PreparedCall call) {
            return new Key(call.options(), call.document().text(), NormalisedInput.of(call.variables()));
        }
    }

    /**
     * @param executor completes all but the one that sent the request, so that they do not wait for each other
     * @param onShared is told of each lookup that shares the request of another one
     */
    public CoalescingHandler(CallHandler next, Executor executor, Consumer<LeadIQOperation> onShared) {
        this.next = next;
        this.executor = executor;
        this.onShared = onShared;
    }

    @Override
    public CompletableFuture<List<CallOutcome>> handle(List<PreparedCall> calls) {
        List<PreparedCall> mine = new ArrayList<>(calls.size());
        List<Key> keys = new ArrayList<>(calls.size());
        List<CompletableFuture<CallOutcome>> promises = new ArrayList<>(calls.size());
        List<CompletableFuture<CallOutcome>> outcomes = new ArrayList<>(calls.size());
        List<LeadIQOperation> shared = new ArrayList<>(0);
        for (PreparedCall call : calls) {
            Key key = call.isLookup() ? Key.of(call) : null;
            CompletableFuture<CallOutcome> promise = new CompletableFuture<>();
            CompletableFuture<CallOutcome> other = key == null ? null : underWay.putIfAbsent(key, promise);
            if (other == null) {
                mine.add(call);
                keys.add(key);
                promises.add(promise);
                outcomes.add(promise);
            } else {
                shared.add(call.operation());
                outcomes.add(follow(other));
            }
        }
        send(mine).whenComplete((answered, failure) -> {
            // whoever asks from now on asks anew
            keys.stream().filter(Objects::nonNull).forEach(underWay::remove);
            for (int i = 0; i < promises.size(); i++) {
                settle(promises.get(i), failure == null ? answered.get(i) : null, failure);
            }
        });
        shared.forEach(onShared);
        return Futures.all(outcomes);
    }

    private CompletableFuture<List<CallOutcome>> send(List<PreparedCall> calls) {
        if (calls.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        try {
            return next.handle(calls);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<CallOutcome> follow(CompletableFuture<CallOutcome> leader) {
        CompletableFuture<CallOutcome> result = new CompletableFuture<>();
        leader.whenComplete((outcome, failure) ->
                execute(() -> settle(result, outcome == null ? null : outcome.shared(), failure)));
        return result;
    }

    private void execute(Runnable completion) {
        try {
            executor.execute(completion);
        } catch (RejectedExecutionException e) {
            completion.run();
        }
    }

    private static <T> void settle(CompletableFuture<T> future, T value, Throwable failure) {
        if (failure == null) {
            future.complete(value);
        } else {
            future.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
        }
    }
}
