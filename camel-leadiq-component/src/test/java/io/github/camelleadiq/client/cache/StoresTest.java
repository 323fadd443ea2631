/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.DataPoint;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store promises. */
class StoresTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final ExecutorService EXECUTOR = Executors.newFixedThreadPool(4);
    private static final IntFunction<String> KEY = i -> String.format("%064x", i);

    private static EmbeddedPostgres postgres;
    private static int database;

    /** Makes stores with this bound on how many entries; each has its own database. */
    private record Maker(String name, IntFunction<LeadIQCache> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Maker> stores() {
        return Stream.concat(Stream.of(new Maker("memory", maximum -> new MemoryCache(maximum, CLOCK))), databases());
    }

    static Stream<Maker> databases() {
        return Stream.of(
                new Maker("H2", maximum -> new JdbcCache(h2("db" + database++), maximum, EXECUTOR, CLOCK)),
                new Maker("PostgreSQL", maximum -> {
                    execute("DROP TABLE IF EXISTS leadiq_cache");
                    return new JdbcCache(postgres.getPostgresDatabase(), maximum, EXECUTOR, CLOCK);
                }));
    }

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
        EXECUTOR.shutdownNow();
    }

    /** H2 keeps a time-out for the connection: others that share the pool would be cut short by ours. */
    @Test
    void aTimeoutOfOursIsNotLeftToTheNextOne() throws SQLException {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:mem:timeout" + System.nanoTime() + ";DB_CLOSE_DELAY=-1", "sa", "");
        pool.setMaxConnections(1);
        LeadIQCache store = new JdbcCache(pool, 100, EXECUTOR, CLOCK);
        store.put(KEY.apply(1), entry(1, "first", NOW)).toCompletableFuture().join();
        get(store, 1);

        try (Connection next = pool.getConnection();
                Statement statement = next.createStatement()) {
            assertThat(statement.getQueryTimeout()).isZero();
        }
        pool.dispose();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void givesBackWhatItWasGivenLast(Maker maker) {
        LeadIQCache store = maker.of().apply(100);
        store.put(KEY.apply(1), entry(1, "first", NOW)).toCompletableFuture().join();
        store.put(KEY.apply(1), entry(1, "second", NOW.plusSeconds(1)))
                .toCompletableFuture()
                .join();

        CacheEntry entry = get(store, 1).orElseThrow();

        assertThat(new String(entry.answer())).isEqualTo("second");
        assertThat(entry.operation()).isEqualTo("searchPeople");
        assertThat(entry.dataPoints()).containsExactlyInAnyOrder(DataPoint.PROFILE, DataPoint.EMAIL);
        assertThat(entry.boughtAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(entry.notFound()).isTrue();
        assertThat(entry.identifiers()).isEqualTo(entry(1, "", NOW).identifiers());
        assertThat(get(store, 2)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void erasesByIdentifierAndEvictsByKey(Maker maker) {
        LeadIQCache store = maker.of().apply(100);
        IntStream.range(0, 4).forEach(i -> store.put(KEY.apply(i), entry(i % 2, "x", NOW))
                .toCompletableFuture()
                .join());

        assertThat(store.erase(identifier(1)).toCompletableFuture().join()).isEqualTo(2);
        store.evict(KEY.apply(0)).toCompletableFuture().join();

        assertThat(IntStream.range(0, 4).filter(i -> get(store, i).isPresent())).containsExactly(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void staysWithinBoundsAndDropsTheOldest(Maker maker) {
        LeadIQCache store = maker.of().apply(20);

        IntStream.range(0, 50).forEach(i -> store.put(KEY.apply(i), entry(i, "x", NOW.plusSeconds(i)))
                .toCompletableFuture()
                .join());

        List<Integer> kept = IntStream.range(0, 50)
                .filter(i -> get(store, i).isPresent())
                .boxed()
                .toList();
        assertThat(kept).hasSizeBetween(20, 22).contains(49).doesNotContain(0, 10, 20, 27);
    }

    @Test
    void dropsTheOldestOnceForAList() {
        AtomicInteger deletes = new AtomicInteger();
        LeadIQCache store = new JdbcCache(counting(h2("list"), deletes), 20, EXECUTOR, CLOCK);

        store.putAll(IntStream.range(0, 50)
                        .boxed()
                        .collect(Collectors.toMap(KEY::apply, i -> entry(i, "x", NOW.plusSeconds(i)))))
                .toCompletableFuture()
                .join();

        assertThat(IntStream.range(0, 50).filter(i -> get(store, i).isPresent()))
                .hasSize(20)
                .contains(49);
        // what has expired, and what is too much
        assertThat(deletes).hasValue(2);
    }

    private static DataSource counting(DataSource database, AtomicInteger deletes) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Connection connection = (Connection) method.invoke(database, arguments);
            return proxy(Connection.class, (own, called, values) -> {
                if (called.getName().equals("prepareStatement")
                        && values[0].toString().startsWith("DELETE")) {
                    deletes.incrementAndGet();
                }
                return called.invoke(connection, values);
            });
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(StoresTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void dropsWhatIsOfNoMoreUse(Maker maker) {
        LeadIQCache store = maker.of().apply(10);
        store.put(KEY.apply(1), entry(1, "x", NOW.minusSeconds(1_000)))
                .toCompletableFuture()
                .join();
        store.put(KEY.apply(2), entry(2, "x", NOW)).toCompletableFuture().join();

        assertThat(get(store, 1)).isEmpty();
        assertThat(get(store, 2)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void takesTheSameKeyFromManyAtOnce(Maker maker) {
        LeadIQCache store = maker.of().apply(1_000);

        CompletableFuture<?>[] all = IntStream.range(0, 200)
                .mapToObj(i -> store.put(KEY.apply(i / 50), entry(1, "writer " + i, NOW))
                        .toCompletableFuture())
                .toArray(CompletableFuture[]::new);

        assertThat(CompletableFuture.allOf(all)).succeedsWithin(Duration.ofSeconds(30));
        assertThat(IntStream.range(0, 4).allMatch(i -> get(store, i).isPresent()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsAnswersOfAnySize(Maker maker) {
        LeadIQCache store = maker.of().apply(10);
        byte[] large = new byte[3_000_000];
        CacheEntry entry = new CacheEntry("searchPeople", Set.of(), large, NOW, NOW.plusSeconds(9), false, Set.of());
        store.put(KEY.apply(1), entry).toCompletableFuture().join();

        assertThat(get(store, 1).orElseThrow().answer()).hasSize(3_000_000);
    }

    private static Optional<CacheEntry> get(LeadIQCache store, int key) {
        return store.get(KEY.apply(key)).toCompletableFuture().join();
    }

    private static CacheEntry entry(int person, String answer, Instant boughtAt) {
        return new CacheEntry(
                "searchPeople",
                Set.of(DataPoint.PROFILE, DataPoint.EMAIL),
                answer.getBytes(),
                boughtAt,
                boughtAt.plusSeconds(1_000),
                true,
                Set.of(identifier(person), identifier(1_000 + person)));
    }

    private static String identifier(int number) {
        return String.format("%032x", number);
    }

    private static DataSource h2(String name) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        return dataSource;
    }

    private static void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
