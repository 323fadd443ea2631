/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps answers in the heap, as long as the process lives. Needs Caffeine on the class path. */
public final class MemoryCache implements LeadIQCache {

    private final Cache<String, CacheEntry> entries;

    /** @param maximumEntries how many answers to keep at most; a full answer takes about 6 KB */
    public MemoryCache(int maximumEntries) {
        this(maximumEntries, Clock.systemUTC());
    }

    MemoryCache(int maximumEntries, Clock clock) {
        this.entries = Caffeine.newBuilder()
                .maximumSize(maximumEntries)
                .expireAfter(Expiry.<String, CacheEntry>writing(
                        (key, entry) -> positive(Duration.between(clock.instant(), entry.expiresAt()))))
                .build();
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    @Override
    public CompletionStage<Optional<CacheEntry>> get(String key) {
        return CompletableFuture.completedFuture(Optional.ofNullable(entries.getIfPresent(key)));
    }

    @Override
    public CompletionStage<Void> put(String key, CacheEntry entry) {
        entries.put(key, entry);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> evict(String key) {
        entries.invalidate(key);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Integer> erase(String identifier) {
        List<String> keys = entries.asMap().entrySet().stream()
                .filter(entry -> entry.getValue().identifiers().contains(identifier))
                .map(entry -> entry.getKey())
                .toList();
        entries.invalidateAll(keys);
        return CompletableFuture.completedFuture(keys.size());
    }
}
