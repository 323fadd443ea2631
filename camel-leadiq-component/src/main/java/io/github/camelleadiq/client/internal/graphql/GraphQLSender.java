/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import io.github.camelleadiq.client.ApiKey;
import io.github.camelleadiq.client.GraphQLError;
import io.github.camelleadiq.client.LeadIQClientConfig;
import io.github.camelleadiq.client.LeadIQException;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQMetrics;
import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.LeadIQTransportException;
import io.github.camelleadiq.client.OperationKind;
import io.github.camelleadiq.client.RateLimiterState;
import io.github.camelleadiq.client.internal.http.Transport;
import io.github.camelleadiq.client.internal.http.TransportRequest;
import io.github.camelleadiq.client.internal.http.TransportResponse;
import io.github.camelleadiq.client.internal.ratelimit.ClientRateLimiter;
import io.github.camelleadiq.client.internal.ratelimit.Permit;
import io.github.camelleadiq.client.internal.ratelimit.RateLimiters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends GraphQL requests and repeats them where that is safe: a query whenever the failure can pass, a mutation only when
 * the server has certainly not acted on it. Each attempt waits for its permit first, and one that came too early only
 * waits again.
 */
public final class GraphQLSender implements AutoCloseable {

    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * An answer and what it took.
     *
     * @param requestCount how often it was sent
     * @param refusals how often of these there were too many requests
     * @param took from sending to the answer, the last time
     */
    public record Sent(GraphQLResponse envelope, int requestCount, int refusals, Duration took) {}

    private final LeadIQClientConfig config;
    private final Transport transport;
    private final Executor executor;
    private final ScheduledExecutorService scheduler;
    private final RequestWriter requests = new RequestWriter();
    private final ResponseReader replies;
    private final LeadIQMetrics metrics;
    private final ClientRateLimiter pacing;
    private final Map<OperationKind, FailsafeExecutor<Sent>> repeaters;
    private final Set<Attempts> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public GraphQLSender(
            LeadIQClientConfig config,
            Transport transport,
            Executor executor,
            ScheduledExecutorService scheduler,
            ResponseReader replies,
            RateLimiters rateLimiters,
            LeadIQMetrics metrics) {
        this.config = config;
        this.transport = transport;
        this.executor = executor;
        this.scheduler = scheduler;
        this.replies = replies;
        this.metrics = metrics;
        this.pacing = new ClientRateLimiter(rateLimiters, config.pacing(), config.uri(), executor);
        this.repeaters = Map.of(
                OperationKind.QUERY, repeater(OperationKind.QUERY),
                OperationKind.MUTATION, repeater(OperationKind.MUTATION));
    }

    /** Sends with repetitions. The future fails with a {@link LeadIQException}. */
    public CompletableFuture<Sent> send(GraphQLRequest call, boolean keepPartialData) {
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

    /** What the rate limiter of a key does; empty as long as the key was not used. */
    public Optional<RateLimiterState> rateLimiterState(ApiKey key) {
        return pacing.state(key.authorization());
    }

    @Override
    public void close() {
        closed = true;
        underWay.forEach(attempts -> attempts.giveUp("the client was closed"));
        pacing.close();
        transport.close();
    }

    private FailsafeExecutor<Sent> repeater(OperationKind kind) {
        return Failsafe.with(RetryPolicies.<Sent>of(kind, config)).with(scheduler);
    }

    private TransportRequest request(GraphQLRequest call) {
        return new TransportRequest(
                config.uri(),
                call.key() == null ? null : call.key().authorization(),
                call.headers(),
                requests.write(call));
    }

    private static boolean tooMany(List<GraphQLError> errors) {
        return errors.stream().anyMatch(error -> error.status().orElse(0) == TOO_MANY_REQUESTS);
    }

    /** One request with its repetitions. */
    private final class Attempts {

        private final GraphQLRequest call;
        private final boolean keepPartialData;
        private final TransportRequest request;
        private final Permit permit;
        /** Stands still in the queue, whose length is limited already. */
        private final Deadline deadline;

        private final CompletableFuture<Sent> result = new CompletableFuture<>();
        private volatile int count;
        private volatile int refusals;
        private volatile long queuedAt;
        private volatile long sentAt;
        private volatile CompletableFuture<TransportResponse> reply;
        /** Whether an attempt so far, or the one under way, may have been acted on. */
        private volatile boolean mayHaveBeenProcessed;

        /** Whether the last attempt came too early: no failure, but something to wait for. */
        private volatile boolean tooEarly;

        private volatile LeadIQException lastFailure;
        private volatile LeadIQTransportException givenUp;

        Attempts(GraphQLRequest call, boolean keepPartialData) {
            this.call = call;
            this.keepPartialData = keepPartialData;
            this.request = request(call);
            this.permit = pacing.permit(request.authorization());
            this.deadline = new Deadline(
                    config.requestTimeout(),
                    scheduler,
                    () -> giveUp("no answer within the requestTimeout of " + config.requestTimeout()));
        }

        void start() {
            try {
                deadline.run();
            } catch (RejectedExecutionException e) {
                giveUp("the client is closed");
                return;
            }
            result.whenComplete((sent, failure) -> permit.cancel());
            // it is nearly always the only one, so the repeater and its thread are left alone until it has failed
            CompletableFuture<Sent> first = attempt();
            first.whenComplete((sent, failure) -> {
                if (failure != null && isRepeatable(TransportFailures.of(call, failure))) {
                    repeat(first);
                } else {
                    settle(sent, failure);
                }
            });
        }

        private boolean isRepeatable(LeadIQException failure) {
            return config.maxRetries() > 0 && RetryPolicies.isRepeatable(call.kind(), failure) && !result.isDone();
        }

        /** Goes on as if the attempt that has failed had been the repeater's first. */
        private void repeat(CompletableFuture<Sent> failed) {
            AtomicReference<CompletableFuture<Sent>> first = new AtomicReference<>(failed);
            try {
                CompletableFuture<Sent> attempts = repeaters.get(call.kind()).getStageAsync(() -> {
                    CompletableFuture<Sent> made = first.getAndSet(null);
                    return made == null ? attempt() : made;
                });
                attempts.whenComplete(this::settle);
                result.whenComplete((sent, failure) -> attempts.cancel(false));
            } catch (RejectedExecutionException e) {
                giveUp("the client is closed");
            }
        }

        private void settle(Sent sent, Throwable failure) {
            deadline.stop();
            if (failure == null) {
                result.complete(sent);
            } else {
                result.completeExceptionally(TransportFailures.of(call, failure));
            }
        }

        private CompletableFuture<Sent> attempt() {
            if (givenUp != null) {
                return CompletableFuture.failedFuture(givenUp);
            }
            tooEarly = false;
            boolean processedBefore = mayHaveBeenProcessed;
            queuedAt = System.nanoTime();
            CompletableFuture<Void> granted = permit.next();
            CompletableFuture<TransportResponse> replied;
            if (granted.isDone()) {
                replied = granted.thenCompose(now -> transmit());
            } else {
                deadline.stop();
                // not on the rate limiter's thread: to open a connection may take time
                replied = granted.thenComposeAsync(now -> transmit(), scheduler);
            }
            return replied.handleAsync((received, failure) -> receive(received, failure, processedBefore), executor)
                    .exceptionallyCompose(failure -> tooEarly ? attempt() : CompletableFuture.failedFuture(failure));
        }

        private CompletableFuture<TransportResponse> transmit() {
            if (givenUp != null) {
                return CompletableFuture.failedFuture(givenUp);
            }
            deadline.run();
            count++;
            metrics.requested(call.operation(), Duration.ofNanos(System.nanoTime() - queuedAt));
            mayHaveBeenProcessed = true;
            sentAt = System.nanoTime();
            CompletableFuture<TransportResponse> sending = transport.send(request);
            reply = sending;
            if (givenUp != null) {
                sending.cancel(true);
            }
            return sending;
        }

        private Sent receive(TransportResponse received, Throwable failure, boolean processedBefore) {
            if (givenUp != null) {
                throw givenUp;
            }
            try {
                if (failure != null) {
                    throw TransportFailures.of(call, failure);
                }
                GraphQLResponse envelope = replies.read(call, received, keepPartialData);
                tellRateLimiter(tooMany(envelope.errors()), null);
                return new Sent(envelope, count, refusals, Duration.ofNanos(System.nanoTime() - sentAt));
            } catch (LeadIQException e) {
                if (failure == null) {
                    tooEarly = tellRateLimiter(e) && config.maxRetries() > 0;
                }
                lastFailure = e;
                mayHaveBeenProcessed = processedBefore || e.mayHaveBeenProcessed();
                throw e;
            }
        }

        /** Returns whether the request was refused for no other reason than that it came too early. */
        private boolean tellRateLimiter(LeadIQException answer) {
            if (answer instanceof LeadIQRateLimitException limit) {
                refusals++;
                return tellRateLimiter(true, limit.getRetryAfter().orElse(null));
            }
            // what is answered in part may be refused in part
            tellRateLimiter(answer instanceof LeadIQGraphQLException partial && tooMany(partial.getErrors()), null);
            return false;
        }

        private boolean tellRateLimiter(boolean tooMany, Duration retryAfter) {
            if (tooMany) {
                metrics.rateLimited(call.operation());
                return permit.refused(retryAfter);
            }
            permit.accepted();
            return false;
        }

        /** Ends the waiting, whatever is under way. Does nothing when the answer is there. */
        void giveUp(String reason) {
            LeadIQTransportException end =
                    new LeadIQTransportException(call.operation(), reason, mayHaveBeenProcessed, lastFailure);
            givenUp = end;
            executeLast(() -> result.completeExceptionally(end));
            permit.cancel();
            CompletableFuture<TransportResponse> sending = reply;
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
