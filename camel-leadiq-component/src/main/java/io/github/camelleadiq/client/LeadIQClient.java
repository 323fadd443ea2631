/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.cache.CacheEraser;
import io.github.camelleadiq.client.credit.CreditEstimate;
import io.github.camelleadiq.client.internal.batch.BatchingHandler;
import io.github.camelleadiq.client.internal.cache.AnswerCache;
import io.github.camelleadiq.client.internal.cache.CachingHandler;
import io.github.camelleadiq.client.internal.cache.CoalescingHandler;
import io.github.camelleadiq.client.internal.call.CallHandler;
import io.github.camelleadiq.client.internal.call.CallOutcome;
import io.github.camelleadiq.client.internal.call.CallResult;
import io.github.camelleadiq.client.internal.call.Liveness;
import io.github.camelleadiq.client.internal.call.PageRequest;
import io.github.camelleadiq.client.internal.call.PreparedCall;
import io.github.camelleadiq.client.internal.call.RequestBuilder;
import io.github.camelleadiq.client.internal.credit.CreditHandler;
import io.github.camelleadiq.client.internal.credit.FreeCalls;
import io.github.camelleadiq.client.internal.credit.LedgerEraser;
import io.github.camelleadiq.client.internal.credit.PreviewHandler;
import io.github.camelleadiq.client.internal.document.CompiledDocument;
import io.github.camelleadiq.client.internal.document.PageForm;
import io.github.camelleadiq.client.internal.graphql.GraphQLRequest;
import io.github.camelleadiq.client.internal.graphql.GraphQLResponse;
import io.github.camelleadiq.client.internal.graphql.GraphQLSender;
import io.github.camelleadiq.client.internal.graphql.ResponseReader;
import io.github.camelleadiq.client.internal.http.HttpTransport;
import io.github.camelleadiq.client.internal.http.Transport;
import io.github.camelleadiq.client.internal.ratelimit.RateLimiters;
import io.github.camelleadiq.client.internal.schema.InvalidInputException;
import io.github.camelleadiq.client.internal.schema.SchemaQuestion;
import io.github.camelleadiq.client.internal.schema.ServerSchemas;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * Talks GraphQL to one LeadIQ server. Asynchronous from end to end, safe for use by many threads.
 *
 * <p>Every future fails with a {@link LeadIQException} of the kind that tells what can be done about it, and is completed
 * exactly once: on a thread of the executor that the client was made with, or at once when nothing had to be sent.
 */
public final class LeadIQClient implements AutoCloseable {

    private final GraphQLSender sender;
    private final ServerSchemas schemas;
    private final CreditHandler credits;
    private final BatchingHandler batching;
    private final Optional<AnswerCache> cache;
    private final Optional<CacheEraser> eraser;
    private final LedgerEraser ledgerEraser;
    private final Executor executor;
    private final CallHandler calls;
    private final Liveness liveness;
    private final LeadIQMetrics metrics;
    private final int maxQueuedLookups;

    /**
     * @param executor runs what follows an answer; must not be the caller's runs-in-place executor, because then a slow
     *     step of a route holds up all connections
     * @param scheduler waits between repetitions and watches over timeouts
     */
    public LeadIQClient(LeadIQClientConfig config, Executor executor, ScheduledExecutorService scheduler) {
        this(config, executor, scheduler, LeadIQMetrics.NONE);
    }

    /** As {@link #LeadIQClient(LeadIQClientConfig, Executor, ScheduledExecutorService)}; tells all that it does. */
    public LeadIQClient(
            LeadIQClientConfig config, Executor executor, ScheduledExecutorService scheduler, LeadIQMetrics metrics) {
        this(config, new HttpTransport(config.http(), scheduler), executor, scheduler, Clock.systemUTC(), metrics);
    }

    LeadIQClient(
            LeadIQClientConfig config,
            Transport transport,
            Executor executor,
            ScheduledExecutorService scheduler,
            Clock clock,
            LeadIQMetrics metrics) {
        this.metrics = metrics;
        this.maxQueuedLookups = config.pacing().maxQueuedLookups();
        this.sender = new GraphQLSender(
                config, transport, executor, scheduler, new ResponseReader(clock), RateLimiters.shared(), metrics);
        this.batching = new BatchingHandler(sender, config.batchSize(), config.batchWindow(), scheduler, metrics);
        FreeCalls free = (operation, arguments, options) -> prepare(
                        new LeadIQRequest(operation, Selection.DEFAULT, arguments, options))
                .thenCompose(call -> one(batching, call))
                .thenApply(LeadIQClient::answerOf);
        this.liveness = new Liveness(free, clock);
        this.credits = new CreditHandler(
                config.credits().alsoTelling(metrics::spent), config.uri(), batching, free, executor, clock);
        CallHandler paid = config.credits().preview() ? new PreviewHandler(credits, this::prepare) : credits;
        this.cache =
                Optional.ofNullable(config.cache()).map(settings -> new AnswerCache(settings, config.uri(), clock));
        this.eraser = Optional.ofNullable(config.cache())
                .map(settings -> new CacheEraser(settings.store(), settings.secrets()));
        this.ledgerEraser =
                new LedgerEraser(config.credits().ledger(), config.credits().secrets());
        this.executor = executor;
        CallHandler caching = cache.<CallHandler>map(answers -> new CachingHandler(answers, paid))
                .orElse(paid);
        this.calls = new CoalescingHandler(caching, executor, metrics::coalesced);
        this.schemas = new ServerSchemas(
                config.schemaCheck(),
                config.schemaRefresh(),
                clock,
                new SchemaQuestion(sender, cache, config.schemaRefresh()));
    }

    /**
     * Runs an operation.
     *
     * <p>Fails with {@link LeadIQInvalidRequestException}, before anything is sent, when the arguments are wrong or this
     * server cannot be asked so.
     */
    public CompletableFuture<LeadIQResponse> execute(LeadIQRequest request) {
        return counted(
                request.operation(), bounded(request, () -> prepare(request).thenCompose(this::run)));
    }

    /**
     * Runs lookups of one operation together, as many in a request as {@code batchSize} allows; each with its own
     * selection. Each has its own outcome; the future itself never fails because of one of them. It fails with
     * {@link LeadIQRateLimitException}, and nothing was sent, when with these more than {@link #maxQueuedLookups()} would
     * wait.
     *
     * @param requests of one key
     * @return the outcomes in the order of the requests
     */
    public CompletableFuture<List<LookupOutcome>> executeAll(List<LeadIQRequest> requests) {
        if (requests.isEmpty()) {
            return CompletableFuture.completedFuture(new ArrayList<>());
        }
        requests.forEach(request -> metrics.called(request.operation()));
        LeadIQRequest first = requests.get(0);
        return sender.bounded(
                        first.operation().graphqlName(), first.options().key(), requests.size(), () -> runAll(requests))
                .whenComplete((outcomes, failure) -> {
                    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                    if (cause instanceof LeadIQException known) {
                        requests.forEach(request -> metrics.failed(request.operation(), known));
                    }
                });
    }

    private CompletableFuture<List<LookupOutcome>> runAll(List<LeadIQRequest> requests) {
        return schemas.current().thenCompose(server -> {
            List<PreparedCall> prepared = new ArrayList<>();
            List<LookupOutcome> outcomes = new ArrayList<>();
            for (LeadIQRequest request : requests) {
                try {
                    prepared.add(prepare(request, RequestBuilder.check(request), PageForm.AS_SELECTED, server));
                    outcomes.add(null);
                } catch (LeadIQInvalidRequestException e) {
                    metrics.failed(request.operation(), e);
                    prepared.add(null);
                    outcomes.add(new LookupOutcome(null, e, FailureScope.of(e), null));
                }
            }
            return calls.handlePresent(prepared).thenCompose(answered -> {
                for (int i = 0; i < answered.size(); i++) {
                    if (answered.get(i) != null) {
                        outcomes.set(i, outcome(prepared.get(i), answered.get(i)));
                    }
                }
                return liveness.judge(outcomes, requests.get(0).options());
            });
        });
    }

    private LookupOutcome outcome(PreparedCall call, CallOutcome outcome) {
        LeadIQOperation operation = call.operation();
        if (outcome.isFailure()) {
            metrics.failed(operation, outcome.failure());
            return new LookupOutcome(null, outcome.failure(), outcome.scope(), outcome.credits());
        }
        if (outcome.answer().cacheHit()) {
            metrics.answeredByCache(operation);
        }
        return new LookupOutcome(response(call, outcome), null, null, outcome.credits());
    }

    private CompletableFuture<LeadIQResponse> run(PreparedCall call) {
        return calls.handle(List.of(call)).thenApply(outcomes -> {
            answerOf(outcomes.get(0));
            return response(call, outcomes.get(0));
        });
    }

    private CompletableFuture<LeadIQResponse> bounded(
            LeadIQRequest request, Supplier<CompletableFuture<LeadIQResponse>> call) {
        return sender.bounded(
                request.operation().graphqlName(), request.options().key(), 1, call);
    }

    private static CompletableFuture<CallOutcome> one(CallHandler handler, PreparedCall call) {
        return handler.handle(List.of(call)).thenApply(outcomes -> outcomes.get(0));
    }

    private static CallResult answerOf(CallOutcome outcome) {
        if (outcome.isFailure()) {
            throw outcome.failure();
        }
        return outcome.answer();
    }

    private CompletableFuture<LeadIQResponse> counted(
            LeadIQOperation operation, CompletableFuture<LeadIQResponse> call) {
        metrics.called(operation);
        return call.whenComplete((response, failure) -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof LeadIQException known) {
                metrics.failed(operation, known);
            } else if (response != null && response.cacheHit()) {
                metrics.answeredByCache(operation);
            }
        });
    }

    /**
     * What an operation can cost, at the prices of the contract where the client asks for them ({@code
     * creditPricesRefresh}), else at those that are configured. Costs nothing, and sends nothing else.
     *
     * <p>Fails with {@link LeadIQInvalidRequestException} where {@link #execute(LeadIQRequest)} would, as far as the schema
     * of the server is known.
     */
    public CompletableFuture<CreditEstimate> estimate(LeadIQRequest request) {
        try {
            PreparedCall call = prepare(request, RequestBuilder.check(request), PageForm.AS_SELECTED, schemas.sofar());
            return credits.estimate(call);
        } catch (LeadIQInvalidRequestException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<PreparedCall> prepare(LeadIQRequest request) {
        try {
            return prepare(request, RequestBuilder.check(request), PageForm.AS_SELECTED);
        } catch (LeadIQInvalidRequestException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Asks for the first page of what an operation lists; the arguments can say where that starts. Fails as
     * {@link #execute(LeadIQRequest)} does.
     */
    public CompletableFuture<LeadIQPage> firstPage(LeadIQRequest request, PageLimits limits) {
        try {
            return page(PageRequest.first(
                    new LeadIQRequest(
                            request.operation(), request.selection(), RequestBuilder.check(request), request.options()),
                    limits));
        } catch (LeadIQInvalidRequestException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Asks for the page after one that {@linkplain LeadIQPage#hasNext() has a next one}. Fails with
     * {@link LeadIQInvalidRequestException}, before anything is sent, where LeadIQ lists no further.
     */
    public CompletableFuture<LeadIQPage> nextPage(LeadIQPage page) {
        try {
            return page(page.next());
        } catch (LeadIQException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<LeadIQPage> page(PageRequest page) {
        LeadIQRequest request = page.toRequest();
        RequestBuilder.checkWindow(request.operation(), request.arguments());
        CompletableFuture<LeadIQResponse> answered =
                bounded(request, () -> prepare(request, request.arguments().deepCopy(), page.form())
                        .thenCompose(call -> run(call.asPage())));
        return counted(request.operation(), answered).thenApply(answer -> new LeadIQPage(page, answer));
    }

    private CompletableFuture<PreparedCall> prepare(LeadIQRequest request, ObjectNode arguments, PageForm form) {
        return schemas.current().thenApply(server -> prepare(request, arguments, form, server));
    }

    private static PreparedCall prepare(
            LeadIQRequest request, ObjectNode arguments, PageForm form, ServerSchemas.Known server) {
        return RequestBuilder.build(request, arguments, server, compile(request, form, server));
    }

    /** Runs a document of the user's own. The answer is the whole of {@code data}. */
    public CompletableFuture<LeadIQResponse> execute(
            CustomDocument document, ObjectNode variables, LeadIQRequest.CallOptions options) {
        GraphQLRequest call = new GraphQLRequest(
                "graphql",
                document.kind(),
                document.text(),
                document.operationName(),
                variables,
                options.key(),
                options.headers(),
                null,
                Map.of());
        return sender.bounded(call.operation(), options.key(), 1, () -> sender.send(call, options.keepPartialData()))
                .thenApply(sent -> {
                    GraphQLResponse envelope = sent.envelope();
                    return new LeadIQResponse(
                            envelope.data(),
                            PageState.UNKNOWN,
                            envelope.errors(),
                            envelope.extensions(),
                            List.of(),
                            sent.requestCount(),
                            false,
                            null);
                });
    }

    /** Lookups and other calls of a key that may wait or be under way at most: no list can be longer. */
    public int maxQueuedLookups() {
        return maxQueuedLookups;
    }

    /** How the requests of a key are paced; empty as long as the key was not used, or without pacing. */
    public Optional<RateLimiterState> rateLimiterState(ApiKey key) {
        return sender.rateLimiterState(key);
    }

    /**
     * Takes everything out of the cache that was bought under an identifier or has it in the answer, for all keys, also what
     * was kept with a previous secret. Takes what was bought of a LeadIQ id out of the credit ledger.
     *
     * @param identifier an email address, LinkedIn URL, LeadIQ id or phone number of a person or company
     * @return how many answers and purchases went. Fails when the store or the ledger does; then it can be repeated
     */
    public CompletableFuture<Integer> erase(String identifier) {
        return eraser.map(known -> known.erase(identifier))
                .orElseGet(() -> CompletableFuture.completedFuture(0))
                .thenCombine(ledgerEraser.erase(identifier, executor), Integer::sum);
    }

    /** Gives up all that is under way: each such request fails with a {@link LeadIQTransportException}. */
    @Override
    public void close() {
        sender.close();
        batching.close();
        credits.close();
    }

    private static CompiledDocument compile(LeadIQRequest request, PageForm form, ServerSchemas.Known server) {
        try {
            return server.documents().compile(request.operation(), request.selection(), form);
        } catch (InvalidInputException e) {
            throw RequestBuilder.invalid(request.operation(), e);
        }
    }

    private static LeadIQResponse response(PreparedCall call, CallOutcome outcome) {
        CallResult answer = outcome.answer();
        return new LeadIQResponse(
                answer.data(),
                answer.content().page(),
                answer.errors(),
                answer.extensions(),
                call.document().droppedFields(),
                answer.requestCount(),
                answer.cacheHit(),
                outcome.credits());
    }
}
