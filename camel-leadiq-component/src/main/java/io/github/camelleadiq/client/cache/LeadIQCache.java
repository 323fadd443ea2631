/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Where answers that were paid for are kept. Implementations are safe for use by many threads and return at once: what
 * takes time goes on elsewhere.
 *
 * <p>Keys and identifiers come as keyed hashes, hexadecimal, and answers encrypted when a secret is configured; a store
 * has nothing to protect beyond the bytes themselves. When two callers put under the same key, the last one wins. A stage
 * that fails is taken for an empty store: lookups go on without it.
 */
public interface LeadIQCache {

    /** What is kept under a key, however old it is. */
    CompletionStage<Optional<CacheEntry>> get(String key);

    /** Keeps an entry in place of what the key had. May drop others to stay within bounds, the oldest first. */
    CompletionStage<Void> put(String key, CacheEntry entry);

    /**
     * What is kept under each of some keys; keys without an entry are left out. By default one {@link #get} for each.
     */
    default CompletionStage<Map<String, CacheEntry>> getAll(Set<String> keys) {
        Map<String, CompletableFuture<Optional<CacheEntry>>> found =
                keys.stream().collect(Collectors.toMap(key -> key, key -> get(key).toCompletableFuture()));
        return CompletableFuture.allOf(found.values().toArray(CompletableFuture<?>[]::new))
                .thenApply(all -> {
                    Map<String, CacheEntry> entries = new HashMap<>();
                    found.forEach((key, entry) -> entry.join().ifPresent(kept -> entries.put(key, kept)));
                    return entries;
                });
    }

    /** Keeps several entries. By default one {@link #put} for each. */
    default CompletionStage<Void> putAll(Map<String, CacheEntry> entries) {
        return CompletableFuture.allOf(entries.entrySet().stream()
                .map(entry -> put(entry.getKey(), entry.getValue()).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }

    /** Drops what is kept under a key, if anything. */
    CompletionStage<Void> evict(String key);

    /**
     * Drops all entries that have an identifier.
     *
     * @param identifier one as in {@link CacheEntry#identifiers()}
     * @return how many entries went
     */
    CompletionStage<Integer> erase(String identifier);
}
