/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.OperationKind;
import io.github.camelleadiq.client.internal.cache.AnswerCache;
import io.github.camelleadiq.client.internal.graphql.GraphQLRequest;
import io.github.camelleadiq.client.internal.graphql.GraphQLSender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Asks a server for its schema. */
public final class SchemaQuestion implements Supplier<CompletableFuture<Map<String, Object>>> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final GraphQLSender sender;
    private final Optional<AnswerCache> cache;
    private final Duration maximumAge;

    /** @param maximumAge how old what the cache knows may be */
    public SchemaQuestion(GraphQLSender sender, Optional<AnswerCache> cache, Duration maximumAge) {
        this.sender = sender;
        this.cache = cache;
        this.maximumAge = maximumAge;
    }

    /** What the server told of itself may come from the cache too, so that a run that asks nothing new sends nothing. */
    @Override
    public CompletableFuture<Map<String, Object>> get() {
        return cache.map(answers -> answers.schema(maximumAge, this::introspect))
                .orElseGet(this::introspect)
                .thenApply(SchemaQuestion::decode);
    }

    private CompletableFuture<JsonSlice> introspect() {
        GraphQLRequest call = new GraphQLRequest(
                "introspection",
                OperationKind.QUERY,
                Introspection.DOCUMENT,
                Introspection.OPERATION_NAME,
                JsonNodeFactory.instance.objectNode(),
                null,
                Map.of(),
                null,
                Map.of());
        return sender.send(call, false).thenApply(sent -> sent.envelope().data());
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
