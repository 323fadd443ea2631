/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.PreparedCall;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one client keeps: hides and encrypts it before it goes into the store, and knows how long it is of use. A store
 * that fails costs credits but no answers.
 */
public final class AnswerCache {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerCache.class);

    private final CacheConfig config;
    private final URI server;
    private final Clock clock;
    private final AtomicBoolean failing = new AtomicBoolean();

    /** An answer that is kept. */
    record Kept(JsonNode answer, Set<DataPoint> dataPoints, Instant boughtAt, boolean notFound) {}

    /** @param server which server the answers come from */
    public AnswerCache(CacheConfig config, URI server, Clock clock) {
        this.config = config;
        this.server = server;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Where the answer to a lookup is kept, whatever it selects.
     *
     * @param input what the lookup goes by, normalised
     */
    String keyOf(PreparedCall call, JsonNode input) {
        String authorization =
                call.options().key() == null ? "" : call.options().key().authorization();
        return hash("answer", authorization, call.operation().graphqlName(), input.toString());
    }

    /** What is kept under a key and is still fresh. Never fails. */
    CompletableFuture<Optional<Kept>> find(String key) {
        return find(key, this::isFresh);
    }

    /** Keeps an answer. Completes when it is there, or when that failed; never fails itself. */
    CompletableFuture<Void> keep(String key, PreparedCall call, JsonNode input, Kept kept) {
        Set<String> identifiers = Identifiers.in(input, kept.answer()).stream()
                .map(config.secret()::hashIdentifier)
                .collect(Collectors.toUnmodifiableSet());
        return write(
                key,
                new CacheEntry(
                        call.operation().graphqlName(),
                        kept.dataPoints(),
                        config.secret().seal(key, CacheJson.write(kept.answer())),
                        kept.boughtAt(),
                        kept.boughtAt().plus(kept.notFound() ? config.notFoundTtl() : config.ttl()),
                        kept.notFound(),
                        identifiers));
    }

    /**
     * What the server told of its schema: out of the cache if it is there, else asked for and kept.
     *
     * @param maximumAge how old it may be
     */
    public CompletableFuture<JsonSlice> schema(Duration maximumAge, Supplier<CompletableFuture<JsonSlice>> server) {
        String key = hash("schema");
        return find(key, entry -> now().isBefore(entry.boughtAt().plus(maximumAge)))
                .thenCompose(found -> found.map(kept -> CacheJson.write(kept.answer()))
                        .map(json -> CompletableFuture.completedFuture(new JsonSlice(json, 0, json.length)))
                        .orElseGet(() -> server.get().thenCompose(data -> {
                            Instant now = now();
                            byte[] sealed = config.secret().seal(key, data.toBytes());
                            CacheEntry entry = new CacheEntry(
                                    "introspection", Set.of(), sealed, now, now.plus(maximumAge), false, Set.of());
                            return write(key, entry).thenApply(done -> data);
                        })));
    }

    private boolean isFresh(CacheEntry entry) {
        Duration ttl = entry.notFound() ? config.notFoundTtl() : config.ttl();
        return now().isBefore(entry.boughtAt().plus(ttl));
    }

    private CompletableFuture<Optional<Kept>> find(String key, Predicate<CacheEntry> fresh) {
        return read(key).thenCompose(found -> {
            Optional<CacheEntry> entry = found.filter(fresh);
            try {
                return CompletableFuture.completedFuture(
                        entry.isEmpty() ? Optional.empty() : Optional.of(open(key, entry.get())));
            } catch (GeneralSecurityException | IOException e) {
                LOG.warn("A cached answer cannot be read and is dropped: it was changed, or made with another secret");
                return guard("drop", () -> config.store().evict(key), null).thenApply(done -> Optional.empty());
            }
        });
    }

    private Kept open(String key, CacheEntry entry) throws GeneralSecurityException, IOException {
        JsonNode answer = CacheJson.read(config.secret().open(key, entry.answer()));
        return new Kept(answer, entry.dataPoints(), entry.boughtAt(), entry.notFound());
    }

    private CompletableFuture<Optional<CacheEntry>> read(String key) {
        return guard("read", () -> config.store().get(key), Optional.empty());
    }

    private CompletableFuture<Void> write(String key, CacheEntry entry) {
        return guard("write", () -> config.store().put(key, entry), null);
    }

    private <T> CompletableFuture<T> guard(String action, Supplier<CompletionStage<T>> call, T otherwise) {
        CompletableFuture<T> result;
        try {
            result = call.get().toCompletableFuture();
        } catch (RuntimeException e) {
            result = CompletableFuture.failedFuture(e);
        }
        return result.handle((value, failure) -> {
            if (failure == null) {
                failing.set(false);
                return value;
            }
            // once for each time that it stops working, not once for each lookup
            if (failing.compareAndSet(false, true)) {
                LOG.warn(
                        "The cache does not work (cannot {}); lookups go on without it: {}", action, describe(failure));
            }
            return otherwise;
        });
    }

    /** Without the message: databases quote values in theirs, and those are personal data. */
    private static String describe(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getClass().getName()
                + (cause instanceof SQLException sql
                        ? ", SQLSTATE " + sql.getSQLState() + ", error " + sql.getErrorCode()
                        : "");
    }

    private String hash(String kind, String... parts) {
        ArrayNode text = JsonNodeFactory.instance.arrayNode().add(kind).add(server.toString());
        for (String part : parts) {
            text.add(part);
        }
        return config.secret().hash(text.toString());
    }
}
