/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.github.camelleadiq.client.http.ResponseTooLargeException;
import io.github.camelleadiq.client.http.Transport;
import io.github.camelleadiq.client.http.TransportException;
import io.github.camelleadiq.client.http.TransportReply;
import io.github.camelleadiq.client.http.TransportRequest;
import io.github.camelleadiq.client.http.UnreadableResponseException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Sends GraphQL requests and repeats them where that is safe: a query whenever the failure can pass, a mutation only when
 * the server has certainly not acted on it.
 */
public final class GraphQLSender implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Map<OperationKind, Predicate<LeadIQException>> REPEATABLE = Map.of(
            OperationKind.QUERY,
            LeadIQException::isTransient,
            OperationKind.MUTATION,
            failure -> failure.isTransient() && !failure.mayHaveBeenProcessed());

    /** An answer and what it took. */
    public record Sent(Envelope envelope, int requestCount) {}

    private final LeadIQClientConfig config;
    private final Transport transport;
    private final Executor executor;
    private final ScheduledExecutorService scheduler;
    private final ReplyReader replies;
    private final Map<OperationKind, FailsafeExecutor<Sent>> repeaters;
    private final Set<Attempts> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    GraphQLSender(
            LeadIQClientConfig config,
            Transport transport,
            Executor executor,
            ScheduledExecutorService scheduler,
            ReplyReader replies) {
        this.config = config;
        this.transport = transport;
        this.executor = executor;
        this.scheduler = scheduler;
        this.replies = replies;
        this.repeaters = Map.of(
                OperationKind.QUERY, repeater(OperationKind.QUERY),
                OperationKind.MUTATION, repeater(OperationKind.MUTATION));
    }

    /** Sends with repetitions. The future fails with a {@link LeadIQException}. */
    public CompletableFuture<Sent> send(GraphQLCall call, boolean keepPartialData) {
        Attempts attempts = new Attempts(call, keepPartialData);
        underWay.add(attempts);
        attempts.result.whenComplete((sent, failure) -> underWay.remove(attempts));
        if (closed) {
            attempts.giveUp("the client is closed");
        } else {
            attempts.start();
        }
        return attempts.result;
    }

    @Override
    public void close() {
        closed = true;
        underWay.forEach(attempts -> attempts.giveUp("the client was closed"));
        transport.close();
    }

    private FailsafeExecutor<Sent> repeater(OperationKind kind) {
        RetryDelay delay = new RetryDelay(config.retryDelay(), config.maxRetryDelay(), () -> ThreadLocalRandom.current()
                .nextDouble());
        return Failsafe.with(RetryPolicy.<Sent>builder()
                        .handleIf((sent, failure) -> failure instanceof LeadIQException known
                                && REPEATABLE.get(kind).test(known))
                        .withMaxRetries(config.maxRetries())
                        .withDelayFn(context -> delay.after(context.getAttemptCount(), context.getLastException()))
                        .build())
                .with(scheduler);
    }

    private TransportRequest request(GraphQLCall call) {
        ObjectNode body = MAPPER.createObjectNode().put("query", call.document());
        if (call.operationName() != null) {
            body.put("operationName", call.operationName());
        }
        body.set("variables", call.variables());
        try {
            return new TransportRequest(
                    config.uri(),
                    call.key() == null ? null : call.key().authorization(),
                    call.headers(),
                    MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON values can always be written", e);
        }
    }

    private static LeadIQException transportFailure(GraphQLCall call, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof LeadIQException known) {
            return known;
        }
        if (cause.getCause() instanceof ResponseTooLargeException tooLarge) {
            return new LeadIQProtocolException(
                    call.operation(), tooLarge.getMessage() + "; maxResponseSize raises that", null);
        }
        if (cause.getCause() instanceof UnreadableResponseException unreadable) {
            return new LeadIQProtocolException(call.operation(), unreadable.getMessage(), unreadable);
        }
        boolean sent = !(cause instanceof TransportException known) || known.isSent();
        return new LeadIQTransportException(call.operation(), String.valueOf(cause.getMessage()), sent, cause);
    }

    /** One request with its repetitions. */
    private final class Attempts {

        private final GraphQLCall call;
        private final boolean keepPartialData;
        private final TransportRequest request;
        private final CompletableFuture<Sent> result = new CompletableFuture<>();
        private volatile int count;
        private volatile CompletableFuture<TransportReply> reply;
        /** Whether an attempt so far, or the one under way, may have been acted on. */
        private volatile boolean mayHaveBeenProcessed;

        private volatile LeadIQException lastFailure;
        private volatile LeadIQTransportException givenUp;

        Attempts(GraphQLCall call, boolean keepPartialData) {
            this.call = call;
            this.keepPartialData = keepPartialData;
            this.request = request(call);
        }

        void start() {
            try {
                Future<?> timeout = scheduler.schedule(
                        () -> giveUp("no answer within the requestTimeout of " + config.requestTimeout()),
                        config.requestTimeout().toMillis(),
                        TimeUnit.MILLISECONDS);
                CompletableFuture<Sent> attempts = repeaters.get(call.kind()).getStageAsync(this::attempt);
                attempts.whenComplete((sent, failure) -> {
                    timeout.cancel(false);
                    if (failure == null) {
                        result.complete(sent);
                    } else {
                        result.completeExceptionally(transportFailure(call, failure));
                    }
                });
                result.whenComplete((sent, failure) -> attempts.cancel(false));
            } catch (RejectedExecutionException e) {
                giveUp("the client is closed");
            }
        }

        private CompletableFuture<Sent> attempt() {
            if (givenUp != null) {
                return CompletableFuture.failedFuture(givenUp);
            }
            count++;
            boolean processedBefore = mayHaveBeenProcessed;
            mayHaveBeenProcessed = true;
            CompletableFuture<TransportReply> sending = transport.send(request);
            reply = sending;
            if (givenUp != null) {
                sending.cancel(true);
            }
            return sending.handleAsync((received, failure) -> receive(received, failure, processedBefore), executor);
        }

        private Sent receive(TransportReply received, Throwable failure, boolean processedBefore) {
            if (givenUp != null) {
                throw givenUp;
            }
            try {
                if (failure != null) {
                    throw transportFailure(call, failure);
                }
                return new Sent(replies.read(call, received, keepPartialData), count);
            } catch (LeadIQException e) {
                lastFailure = e;
                mayHaveBeenProcessed = processedBefore || e.mayHaveBeenProcessed();
                throw e;
            }
        }

        /** Ends the waiting, whatever is under way. Does nothing when the answer is there. */
        void giveUp(String reason) {
            LeadIQTransportException end =
                    new LeadIQTransportException(call.operation(), reason, mayHaveBeenProcessed, lastFailure);
            givenUp = end;
            executeLast(() -> result.completeExceptionally(end));
            CompletableFuture<TransportReply> sending = reply;
            if (sending != null) {
                sending.cancel(true);
            }
        }

        private void executeLast(Runnable completion) {
            try {
                executor.execute(completion);
            } catch (RejectedExecutionException e) {
                completion.run();
            }
        }
    }
}
