/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.CacheType;
import io.github.camelleadiq.client.cache.CacheEntry;
import io.github.camelleadiq.client.cache.LeadIQCache;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the options of the cache do from an endpoint. */
class CacheOptionsIT {

    private static final Map<String, Object> ADA = Map.of("email", "ada.sample@acme.example");
    private static final Map<String, Object> BOB = Map.of("email", "bob.sample@acme.example");
    private static final Map<String, Object> NOBODY = Map.of("email", "nobody@acme.example");

    private final LeadIQSimulator simulator = LeadIQSimulator.builder().start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aStoreOfOnesOwnIsToldHowLongAnswersAreOfUse() {
        Entries store = new Entries();
        try (CachedRoutes routes = new CachedRoutes(simulator, options -> {
            options.setLeadIQCache(store);
            options.setCacheTtl(Duration.ofDays(7));
            options.setCacheNotFoundTtl(Duration.ofHours(3));
        })) {
            CachedRoutes.json(routes.searchPeople(ADA, "email"));
            CachedRoutes.json(routes.searchPeople(NOBODY, "email"));
        }
        assertThat(store.put)
                .filteredOn(entry -> entry.operation().equals("searchPeople"))
                .extracting(entry -> Duration.between(entry.boughtAt(), entry.expiresAt()))
                .containsExactly(Duration.ofDays(7), Duration.ofHours(3));
    }

    @Test
    void noMoreIsKeptThanCacheMaxEntries() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:options" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        try (CachedRoutes routes = new CachedRoutes(simulator, options -> {
            options.setCache(CacheType.JDBC);
            options.setCacheDataSource(database);
            options.setCacheMaxEntries(1);
        })) {
            CachedRoutes.json(routes.searchPeople(ADA, "email"));
            CachedRoutes.json(routes.searchPeople(BOB, "email"));
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM leadiq_cache")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }

    /** Keeps nothing, and writes down what it was given. */
    private static final class Entries implements LeadIQCache {

        private final List<CacheEntry> put = new CopyOnWriteArrayList<>();

        @Override
        public CompletionStage<Optional<CacheEntry>> get(String key) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public CompletionStage<Void> put(String key, CacheEntry entry) {
            put.add(entry);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> evict(String key) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Integer> erase(String identifier) {
            return CompletableFuture.completedFuture(0);
        }
    }
}
