/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.camelleadiq.client.cache.CacheConfig;
import io.github.camelleadiq.client.cache.CacheEraser;
import io.github.camelleadiq.client.cache.CacheSecret;
import io.github.camelleadiq.client.cache.CacheSecrets;
import io.github.camelleadiq.client.cache.JdbcCache;
import io.github.camelleadiq.client.cache.LeadIQCache;
import io.github.camelleadiq.client.cache.MemoryCache;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stores of a component, so that endpoints with the same options share what they bought. */
final class CacheStores {

    private static final Logger LOG = LoggerFactory.getLogger(CacheStores.class);

    /** What tells one store from another. */
    private record Key(CacheType type, int maximumEntries, DataSource dataSource) {}

    private static final Map<CacheType, BiFunction<Key, Executor, LeadIQCache>> MAKERS =
            Map.of(CacheType.MEMORY, CacheStores::memory, CacheType.JDBC, CacheStores::jdbc);

    private final Map<Key, LeadIQCache> stores = new ConcurrentHashMap<>();
    private final Set<CacheEraser> erasers = ConcurrentHashMap.newKeySet();
    private final Executor executor;

    /** @param executor runs what blocks */
    CacheStores(Executor executor) {
        this.executor = executor;
    }

    /**
     * How an endpoint keeps answers; null for not at all.
     *
     * @throws IllegalArgumentException when its options are wrong
     */
    CacheConfig of(LeadIQConfiguration configuration) {
        LeadIQCache store = store(configuration);
        if (store == null) {
            return null;
        }
        CacheSecrets secrets = secrets(configuration);
        boolean isNew = erasers.add(new CacheEraser(store, secrets));
        if (isNew && store instanceof JdbcCache && secrets.current().equals(CacheSecret.none())) {
            LOG.warn("leadiq: cached answers, which are personal data, stand in the database in clear;"
                    + " cacheSecret encrypts them");
        }
        return new CacheConfig(
                store,
                ClientSettings.positive("cacheTtl", configuration.getCacheTtl()),
                ClientSettings.positive("cacheNotFoundTtl", configuration.getCacheNotFoundTtl()),
                secrets);
    }

    /** Takes everything that has to do with an identifier out of all stores; completes with how many answers went. */
    CompletableFuture<Integer> erase(String identifier) {
        CompletableFuture<Integer> erased = CompletableFuture.completedFuture(0);
        for (CacheEraser eraser : erasers) {
            erased = erased.thenCombine(eraser.erase(identifier), Integer::sum);
        }
        return erased;
    }

    private LeadIQCache store(LeadIQConfiguration configuration) {
        if (configuration.getLeadIQCache() != null) {
            return configuration.getLeadIQCache();
        }
        if (configuration.getCache() == CacheType.NONE) {
            return null;
        }
        Key key = new Key(
                configuration.getCache(),
                ClientSettings.positive("cacheMaxEntries", configuration.getCacheMaxEntries()),
                configuration.getCache() == CacheType.JDBC ? configuration.getCacheDataSource() : null);
        return stores.computeIfAbsent(key, any -> MAKERS.get(any.type()).apply(any, executor));
    }

    private static LeadIQCache memory(Key key, Executor executor) {
        try {
            return new MemoryCache(key.maximumEntries());
        } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException(
                    "leadiq: cache=memory needs com.github.ben-manes.caffeine:caffeine on the class path", e);
        }
    }

    private static LeadIQCache jdbc(Key key, Executor executor) {
        if (key.dataSource() == null) {
            throw new IllegalArgumentException("leadiq: cache=jdbc needs cacheDataSource");
        }
        return new JdbcCache(key.dataSource(), key.maximumEntries(), executor);
    }

    /** @throws IllegalArgumentException when one of the secrets is none */
    static CacheSecrets secrets(LeadIQConfiguration configuration) {
        try {
            return CacheSecrets.of(configuration.getCacheSecret(), configuration.getPreviousCacheSecrets());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("leadiq: " + e.getMessage(), e);
        }
    }
}
