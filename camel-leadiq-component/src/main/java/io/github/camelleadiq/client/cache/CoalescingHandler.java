/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.client.Answer;
import io.github.camelleadiq.client.CallHandler;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.PreparedCall;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Lets equal lookups that are under way at the same time share one request and what comes of it, be it an answer or a
 * failure: whatever fails the one request would have failed each of them. Who gives up waiting gives up for himself; the
 * request goes on even if nobody is left, because it may be paid for already and its answer can still be kept.
 */
public final class CoalescingHandler implements CallHandler {

    private final CallHandler next;
    private final Executor executor;
    private final Consumer<LeadIQOperation> onShared;
    private final Map<Key, CompletableFuture<Answer>> underWay = new ConcurrentHashMap<>();

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
    public CompletableFuture<Answer> handle(PreparedCall call) {
        if (!call.isLookup()) {
            return next.handle(call);
        }
        Key key = Key.of(call);
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> other = underWay.putIfAbsent(key, mine);
        if (other != null) {
            onShared.accept(call.operation());
            return follow(other);
        }
        // a view of its own, so that cancelling it leaves the others alone
        CompletableFuture<Answer> result = mine.copy();
        send(call).whenComplete((answer, failure) -> {
            underWay.remove(key, mine);
            settle(mine, answer, failure);
        });
        return result;
    }

    private CompletableFuture<Answer> send(PreparedCall call) {
        try {
            return next.handle(call);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Answer> follow(CompletableFuture<Answer> leader) {
        CompletableFuture<Answer> result = new CompletableFuture<>();
        leader.whenComplete(
                (answer, failure) -> execute(() -> settle(result, answer == null ? null : answer.shared(), failure)));
        return result;
    }

    private void execute(Runnable completion) {
        try {
            executor.execute(completion);
        } catch (RejectedExecutionException e) {
            completion.run();
        }
    }

    private static void settle(CompletableFuture<Answer> future, Answer answer, Throwable failure) {
        if (failure == null) {
            future.complete(answer);
        } else {
            future.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
        }
    }
}
