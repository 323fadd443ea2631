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
import io.github.camelleadiq.client.internal.ratelimit.QueueFullException;
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
import java.util.function.BiConsumer;
import java.util.function.Supplier;

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
    private final Deadlines deadlines;
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
        this.deadlines = new Deadlines(scheduler);
        this.repeaters = Map.of(
                OperationKind.QUERY, repeater(OperationKind.QUERY),
                OperationKind.MUTATION, repeater(OperationKind.MUTATION));
    }

    /** Sends with repetitions. The future fails with a {@link LeadIQException}. */
    public CompletableFuture<Sent> send(GraphQLRequest call, boolean keepPartialData) {
        Attempts attempts = new Attempts(call, keepPartialData);
        underWay.add(attempts);
        if (closed) {
            attempts.giveUp("the client is closed");
        } else {
            attempts.start();
        }
        return attempts.result;
    }

    /**
     * Runs calls of a key that may have to wait for something, unless too many do already.
     *
     * @param operation for the message
     * @param calls how many there are
     * @param work starts them; completed when the last one has come back
     * @return fails with {@link LeadIQRateLimitException} when there is no room for all of them; then none was started
     */
    public <T> CompletableFuture<T> bounded(
            String operation, ApiKey key, int calls, Supplier<CompletableFuture<T>> work) {
        String authorization = key == null ? null : key.authorization();
        try {
            pacing.enter(authorization, calls);
        } catch (QueueFullException e) {
            return CompletableFuture.failedFuture(LeadIQRateLimitException.notQueued(operation, e));
        }
        CompletableFuture<T> started;
        try {
            started = work.get();
        } catch (RuntimeException | Error e) {
            pacing.leave(authorization, calls);
            throw e;
        }
        return started.whenComplete((result, failure) -> pacing.leave(authorization, calls));
    }

    /** What the rate limiter of a key does; empty as long as the key was not used. */
    public Optional<RateLimiterState> rateLimiterState(ApiKey key) {
        return pacing.state(key.authorization());
    }

    @Override
    public void close() {
        closed = true;
        underWay.forEach(attempts -> attempts.giveUp("the client was closed"));
        deadlines.close();
        pacing.close();
        transport.close();
    }

    private FailsafeExecutor<Sent> repeater(OperationKind kind) {
        return Failsafe.with(RetryPolicies.<Sent>of(kind, config)).with(scheduler);
    }

    private TransportRequest request(GraphQLRequest call) {
        return new TransportRequest(config.uri(), authorization(call), call.headers(), requests.write(call));
    }

    private static String authorization(GraphQLRequest call) {
        return call.key() == null ? null : call.key().authorization();
    }

    private static boolean tooMany(List<GraphQLError> errors) {
        return !errors.isEmpty()
                && errors.stream().anyMatch(error -> error.status().orElse(0) == TOO_MANY_REQUESTS);
    }

    /** One request with its repetitions. */
    private final class Attempts {

        private final GraphQLRequest call;
        private final boolean keepPartialData;
        private final Permit permit;
        /** Stands still in the queue, whose length is limited already. */
        private final Deadlines.Deadline deadline;

        private final CompletableFuture<Sent> result = new CompletableFuture<>();
        private volatile int count;
        private volatile int refusals;
        private volatile long queuedAt;
        private volatile long sentAt;
        private volatile CompletableFuture<TransportResponse> reply;
        /** Whether an attempt so far, or the one under way, may have been acted on. */
        private volatile boolean mayHaveBeenProcessed;

        private volatile LeadIQException lastFailure;
        private volatile LeadIQTransportException givenUp;

        Attempts(GraphQLRequest call, boolean keepPartialData) {
            this.call = call;
            this.keepPartialData = keepPartialData;
            this.permit = pacing.permit(authorization(call));
            this.deadline = deadlines.of(config.requestTimeout(), this::expire);
        }

        void start() {
            try {
                deadline.run();
            } catch (RejectedExecutionException e) {
                giveUp("the client is closed");
                return;
            }
            // it is nearly always the only one, so the repeater and its thread are left alone until it has failed
            attempt(this::first);
        }

        private void first(Sent sent, Throwable failure) {
            if (failure != null && isRepeatable(TransportFailures.of(call, failure))) {
                repeat(failure);
            } else {
                settle(sent, failure);
            }
        }

        private boolean isRepeatable(LeadIQException failure) {
            return config.maxRetries() > 0 && RetryPolicies.isRepeatable(call.kind(), failure) && !result.isDone();
        }

        /** Goes on as if the attempt that has failed had been the repeater's first. */
        private void repeat(Throwable failed) {
            AtomicReference<Throwable> first = new AtomicReference<>(failed);
            try {
                CompletableFuture<Sent> attempts = repeaters.get(call.kind()).getStageAsync(() -> {
                    Throwable made = first.getAndSet(null);
                    return made == null ? attempt() : CompletableFuture.failedFuture(made);
                });
                attempts.whenComplete(this::settle);
                result.whenComplete((sent, failure) -> attempts.cancel(false));
            } catch (RejectedExecutionException e) {
                giveUp("the client is closed");
            }
        }

        private void settle(Sent sent, Throwable failure) {
            end();
            if (failure == null) {
                result.complete(sent);
            } else {
                result.completeExceptionally(TransportFailures.of(call, failure));
            }
        }

        private void end() {
            underWay.remove(this);
            deadline.stop();
            permit.cancel();
        }

        private CompletableFuture<Sent> attempt() {
            CompletableFuture<Sent> made = new CompletableFuture<>();
            attempt((sent, failure) -> {
                if (failure == null) {
                    made.complete(sent);
                } else {
                    made.completeExceptionally(failure);
                }
            });
            return made;
        }

        /** @param done is told once what came of it */
        private void attempt(BiConsumer<Sent, Throwable> done) {
            if (givenUp != null) {
                done.accept(null, givenUp);
                return;
            }
            boolean processedBefore = mayHaveBeenProcessed;
            queuedAt = System.nanoTime();
            CompletableFuture<Void> granted = permit.next();
            CompletableFuture<TransportResponse> replied;
            if (granted.isDone() && !granted.isCompletedExceptionally()) {
                replied = transmit();
            } else if (granted.isDone()) {
                replied = granted.thenApply(never -> null);
            } else {
                deadline.stop();
                // not on the rate limiter's thread: to open a connection may take time
                replied = granted.thenComposeAsync(now -> transmit(), scheduler);
            }
            replied.whenComplete(
                    (received, failure) -> executeLast(() -> received(received, failure, processedBefore, done)));
        }

        private CompletableFuture<TransportResponse> transmit() {
            if (givenUp != null) {
                return CompletableFuture.failedFuture(givenUp);
            }
            try {
                deadline.run();
                // made now and not before the wait: thousands of them can wait
                TransportRequest request = request(call);
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
            } catch (RuntimeException | Error e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        private void received(
                TransportResponse received,
                Throwable failure,
                boolean processedBefore,
                BiConsumer<Sent, Throwable> done) {
            Sent sent = null;
            Throwable trouble = null;
            boolean tooEarly = false;
            try {
                if (givenUp != null) {
                    throw givenUp;
                }
                if (failure != null) {
                    throw TransportFailures.of(call, failure);
                }
                GraphQLResponse envelope = replies.read(call, received, keepPartialData);
                tellRateLimiter(tooMany(envelope.errors()), null);
                sent = new Sent(envelope, count, refusals, Duration.ofNanos(System.nanoTime() - sentAt));
            } catch (LeadIQException e) {
                trouble = e;
                if (e != givenUp) {
                    // no failure, but something to wait for
                    tooEarly = failure == null && tellRateLimiter(e) && config.maxRetries() > 0;
                    lastFailure = e;
                    mayHaveBeenProcessed = processedBefore || e.mayHaveBeenProcessed();
                }
            } catch (RuntimeException | Error e) {
                trouble = e;
            }
            if (tooEarly) {
                attempt(done);
            } else {
                done.accept(sent, trouble);
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

        private void expire() {
            giveUp("no answer within the requestTimeout of " + config.requestTimeout());
        }

        /** Ends the waiting, whatever is under way. Does nothing when the answer is there. */
        void giveUp(String reason) {
            LeadIQTransportException failure =
                    new LeadIQTransportException(call.operation(), reason, mayHaveBeenProcessed, lastFailure);
            givenUp = failure;
            executeLast(() -> result.completeExceptionally(failure));
            end();
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
