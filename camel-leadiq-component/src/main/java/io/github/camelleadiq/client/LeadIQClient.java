/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.credit.CreditEstimate;
import io.github.camelleadiq.client.credit.CreditHandler;
import io.github.camelleadiq.client.credit.FreeCalls;
import io.github.camelleadiq.client.credit.PreviewHandler;
import io.github.camelleadiq.client.document.CompiledDocument;
import io.github.camelleadiq.client.http.HttpTransport;
import io.github.camelleadiq.client.http.Transport;
import io.github.camelleadiq.client.schema.Introspection;
import io.github.camelleadiq.client.schema.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Talks GraphQL to one LeadIQ server. Asynchronous from end to end, safe for use by many threads.
 *
 * <p>Every future fails with a {@link LeadIQException} of the kind that tells what can be done about it, and is completed
 * exactly once, on a thread of the executor that the client was made with.
 */
public final class LeadIQClient implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final GraphQLSender sender;
    private final ServerSchemas schemas;
    private final CreditHandler credits;
    private final CallHandler calls;

    /**
     * @param executor runs what follows an answer; must not be the caller's runs-in-place executor, because then a slow
     *     step of a route holds up all connections
     * @param scheduler waits between repetitions and watches over timeouts
     */
    public LeadIQClient(LeadIQClientConfig config, Executor executor, ScheduledExecutorService scheduler) {
        this(config, new HttpTransport(config.http()), executor, scheduler, Clock.systemUTC());
    }

    LeadIQClient(
            LeadIQClientConfig config,
            Transport transport,
            Executor executor,
            ScheduledExecutorService scheduler,
            Clock clock) {
        this.sender = new GraphQLSender(config, transport, executor, scheduler, new ReplyReader(clock));
        CallHandler sending = new SendingHandler(sender);
        FreeCalls free = (operation, arguments, options) -> prepare(
                        new LeadIQRequest(operation, Selection.DEFAULT, arguments, options))
                .thenCompose(sending::handle);
        this.credits = new CreditHandler(config.credits(), config.uri(), sending, free, executor, clock);
        this.calls = config.credits().preview() ? new PreviewHandler(credits, this::prepare) : credits;
        this.schemas = new ServerSchemas(config.schemaCheck(), config.schemaRefresh(), clock, this::introspect);
    }

    /**
     * Runs an operation.
     *
     * <p>Fails with {@link LeadIQInvalidRequestException}, before anything is sent, when the arguments are wrong or this
     * server cannot be asked so.
     */
    public CompletableFuture<LeadIQResponse> execute(LeadIQRequest request) {
        return prepare(request).thenCompose(call -> calls.handle(call).thenApply(answer -> response(call, answer)));
    }

    /**
     * What an operation can cost at most, at the prices known now. Costs nothing.
     *
     * <p>Fails with {@link LeadIQInvalidRequestException} where {@link #execute(LeadIQRequest)} would.
     */
    public CompletableFuture<CreditEstimate> estimate(LeadIQRequest request) {
        return prepare(request).thenApply(credits::estimate);
    }

    private CompletableFuture<PreparedCall> prepare(LeadIQRequest request) {
        ObjectNode arguments;
        try {
            arguments = RequestBuilder.check(request);
        } catch (LeadIQInvalidRequestException e) {
            return CompletableFuture.failedFuture(e);
        }
        return schemas.current()
                .thenApply(server -> RequestBuilder.build(request, arguments, server, compile(request, server)));
    }

    /** Runs a document of the user's own. The answer is the whole of {@code data}. */
    public CompletableFuture<LeadIQResponse> execute(
            OwnDocument document, ObjectNode variables, LeadIQRequest.CallOptions options) {
        GraphQLCall call = new GraphQLCall(
                "graphql",
                document.kind(),
                document.text(),
                document.operationName(),
                variables,
                options.key(),
                options.headers(),
                null);
        return sender.send(call, options.keepPartialData()).thenApply(sent -> {
            Envelope envelope = sent.envelope();
            return new LeadIQResponse(
                    envelope.data(),
                    PageState.read(Paging.NONE, envelope.data()),
                    envelope.errors(),
                    envelope.extensions(),
                    List.of(),
                    sent.requestCount(),
                    null);
        });
    }

    /** Gives up all that is under way: each such request fails with a {@link LeadIQTransportException}. */
    @Override
    public void close() {
        sender.close();
    }

    private static CompiledDocument compile(LeadIQRequest request, ServerSchemas.Known server) {
        try {
            return server.documents().compile(request.operation(), request.selection());
        } catch (InvalidInputException e) {
            throw RequestBuilder.invalid(request.operation(), e);
        }
    }

    private static LeadIQResponse response(PreparedCall call, Answer answer) {
        return new LeadIQResponse(
                answer.data(),
                PageState.read(call.operation().paging(), answer.data()),
                answer.errors(),
                answer.extensions(),
                call.document().droppedFields(),
                answer.requestCount(),
                answer.credits());
    }

    private CompletableFuture<Map<String, Object>> introspect() {
        GraphQLCall call = new GraphQLCall(
                "introspection",
                OperationKind.QUERY,
                Introspection.DOCUMENT,
                Introspection.OPERATION_NAME,
                JsonNodeFactory.instance.objectNode(),
                null,
                Map.of(),
                null);
        return sender.send(call, false).thenApply(sent -> decode(sent.envelope().data()));
    }

    private static Map<String, Object> decode(JsonSlice data) {
        try {
            return MAPPER.readerFor(new TypeReference<Map<String, Object>>() {})
                    .readValue(data.bytes(), data.offset(), data.length());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is not an object", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
