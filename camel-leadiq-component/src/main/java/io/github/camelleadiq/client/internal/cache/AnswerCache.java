/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.JsonSlice;
import io.github.camelleadiq.client.cache.CacheConfig;
import io.github.camelleadiq.client.cache.CacheEntry;
import io.github.camelleadiq.client.internal.call.PreparedCall;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** What is kept under some keys and is still fresh. Never fails. */
    CompletableFuture<Map<String, Kept>> find(Set<String> keys) {
        return keys.isEmpty() ? CompletableFuture.completedFuture(Map.of()) : find(keys, this::isFresh);
    }

    /** What there is to keep of an answer. */
    CacheEntry entry(String key, PreparedCall call, JsonNode input, Kept kept) {
        Set<String> identifiers = Identifiers.in(input, kept.answer()).stream()
                .map(config.secrets().current()::hashIdentifier)
                .collect(Collectors.toUnmodifiableSet());
        return new CacheEntry(
                call.operation().graphqlName(),
                kept.dataPoints(),
                config.secrets().current().seal(key, CacheJson.write(kept.answer())),
                kept.boughtAt(),
                kept.boughtAt().plus(kept.notFound() ? config.notFoundTtl() : config.ttl()),
                kept.notFound(),
                identifiers);
    }

    /** Keeps answers. Completes when they are there, or when that failed; never fails itself. */
    CompletableFuture<Void> keep(Map<String, CacheEntry> entries) {
        return entries.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : guard("write", () -> config.store().putAll(entries), null);
    }

    /**
     * What the server told of its schema: out of the cache if it is there, else asked for and kept.
     *
     * @param maximumAge how old it may be
     */
    public CompletableFuture<JsonSlice> schema(Duration maximumAge, Supplier<CompletableFuture<JsonSlice>> server) {
        String key = hash("schema");
        return find(Set.of(key), entry -> now().isBefore(entry.boughtAt().plus(maximumAge)))
                .thenCompose(found -> Optional.ofNullable(found.get(key))
                        .map(kept -> CacheJson.write(kept.answer()))
                        .map(json -> CompletableFuture.completedFuture(new JsonSlice(json, 0, json.length)))
                        .orElseGet(() -> server.get().thenCompose(data -> {
                            Instant now = now();
                            byte[] sealed = config.secrets().current().seal(key, data.toBytes());
                            CacheEntry entry = new CacheEntry(
                                    "introspection", Set.of(), sealed, now, now.plus(maximumAge), false, Set.of());
                            return keep(Map.of(key, entry)).thenApply(done -> data);
                        })));
    }

    private boolean isFresh(CacheEntry entry) {
        Duration ttl = entry.notFound() ? config.notFoundTtl() : config.ttl();
        return now().isBefore(entry.boughtAt().plus(ttl));
    }

    private CompletableFuture<Map<String, Kept>> find(Set<String> keys, Predicate<CacheEntry> fresh) {
        return guard("read", () -> config.store().getAll(keys), Map.<String, CacheEntry>of())
                .thenCompose(found -> {
                    Map<String, Kept> kept = new HashMap<>();
                    List<CompletableFuture<Void>> dropped = new ArrayList<>();
                    found.forEach((key, entry) -> {
                        if (fresh.test(entry)) {
                            try {
                                kept.put(key, open(key, entry));
                            } catch (GeneralSecurityException | IOException e) {
                                LOG.warn("A cached answer cannot be read and is dropped: it was changed, or made with"
                                        + " another secret");
                                dropped.add(guard("drop", () -> config.store().evict(key), null));
                            }
                        }
                    });
                    return CompletableFuture.allOf(dropped.toArray(CompletableFuture<?>[]::new))
                            .thenApply(all -> kept);
                });
    }

    private Kept open(String key, CacheEntry entry) throws GeneralSecurityException, IOException {
        JsonNode answer = CacheJson.read(config.secrets().current().open(key, entry.answer()));
        return new Kept(answer, entry.dataPoints(), entry.boughtAt(), entry.notFound());
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
        return config.secrets().current().hash(text.toString());
    }
}
