/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.client.RateLimitConfig;
import io.github.camelleadiq.pacing.SharedBuckets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bucket in PostgreSQL, seen by two sets of rateLimiters as two JVMs have them. */
class SharedBucketIT {

    private static final URI SERVER = URI.create("https://leadiq.example.com/graphql");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static EmbeddedPostgres postgres;
    private static volatile boolean away;
    private static final AtomicInteger KEYS = new AtomicInteger();

    private final String key = "Basic invented" + KEYS.incrementAndGet();
    private final ExecutorService workers = Executors.newFixedThreadPool(4, task -> new Thread(task, "worker"));
    private final Set<String> askedOn = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asking = new AtomicInteger();
    private final AtomicInteger mostAsking = new AtomicInteger();
    private final AtomicInteger askedInVain = new AtomicInteger();

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = EmbeddedPostgres.start();
        SharedBuckets.createTable(postgres.getPostgresDatabase());
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void reach() {
        away = false;
    }

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    @Test
    void asksTheDatabaseOnWorkersOnlyAndOneAtATime() {
        ClientRateLimiter pacing = pacing(6_000, 500);

        List<CompletableFuture<Void>> permits = permits(pacing, 100);

        CompletableFuture.allOf(permits.toArray(CompletableFuture<?>[]::new)).join();
        assertThat(askedOn).containsExactly("worker");
        assertThat(mostAsking).hasValue(1);
        assertThat(pacing.state(key).orElseThrow().shared()).isTrue();
    }

    @Test
    void anOutageMakesRequestsWaitAndNothingElse() {
        ClientRateLimiter pacing = pacing(600, 50);
        permits(pacing, 1).get(0).join();
        away = true;
        List<CompletableFuture<Void>> permits = permits(pacing, 20);
        await().atMost(PATIENCE).until(() -> asking.get() == 0 && askedInVain.get() >= 2);
        assertThat(permits).noneMatch(CompletableFuture::isDone);

        away = false;

        CompletableFuture.allOf(permits.toArray(CompletableFuture<?>[]::new))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Test
    void aRefusalPausesTheOtherJvmToo() {
        ClientRateLimiter one = pacing(600, 50);
        ClientRateLimiter other = pacing(600, 50);
        Permit permit = one.permit(key);
        permit.next().join();
        permits(other, 1).get(0).join();

        permit.refused(Duration.ofSeconds(2));
        // its next permit comes from a bucket that owes, so the other JVM must wait as well
        long start = System.nanoTime();
        await().atMost(PATIENCE).until(() -> one.state(key).orElseThrow().queued() == 0 && debtIsKnown(other));
        permits(other, 1).get(0).join();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(1_500), PATIENCE);
    }

    private boolean debtIsKnown(ClientRateLimiter other) {
        return SharedBuckets.in(postgres.getPostgresDatabase())
                        .getProxy("leadiq:" + RateLimiterKey.of(SERVER, key).hash(), () -> {
                            throw new AssertionError("the bucket is there");
                        })
                        .getAvailableTokens()
                < 0;
    }

    @Test
    void theLowestLimitOfAllJvmsHolds() {
        ClientRateLimiter fast = pacing(6_000, 500);
        permits(fast, 1).get(0).join();
        ClientRateLimiter slow = pacing(60, 5);
        permits(slow, 1).get(0).join();

        List<CompletableFuture<Void>> permits = permits(fast, 50);
        permits.get(5).join();

        assertThat(permits.get(20)).isNotDone();
        assertThat(permits.stream().filter(CompletableFuture::isDone)).hasSizeLessThan(10);
    }

    @Test
    void aClientThatTookItsThreadsAlongDoesNotHoldUpOthers() {
        ExecutorService doomed = Executors.newSingleThreadExecutor();
        RateLimiters jvm = new RateLimiters(new SystemTicker());
        ClientRateLimiter leaving = new ClientRateLimiter(jvm, config(600, 50), SERVER, doomed);
        ClientRateLimiter staying = new ClientRateLimiter(jvm, config(600, 50), SERVER, workers);
        permits(leaving, 1).get(0).join();
        doomed.shutdownNow();
        List<CompletableFuture<Void>> permits = permits(staying, 10);

        leaving.close();

        assertThat(permits).allSatisfy(permit -> assertThat(permit).succeedsWithin(PATIENCE));
    }

    private List<CompletableFuture<Void>> permits(ClientRateLimiter pacing, int number) {
        return Stream.generate(() -> pacing.permit(key).next()).limit(number).toList();
    }

    private ClientRateLimiter pacing(int perMinute, int burst) {
        return new ClientRateLimiter(new RateLimiters(new SystemTicker()), config(perMinute, burst), SERVER, workers);
    }

    private RateLimitConfig config(int perMinute, int burst) {
        return new RateLimitConfig(perMinute, burst, 1_000, SharedBuckets.in(watched(postgres.getPostgresDatabase())));
    }

    /** Notes which threads ask for a connection, how many hold one, and refuses it while the database is away. */
    private DataSource watched(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    askedOn.add(Thread.currentThread().getName());
                    if (away) {
                        askedInVain.incrementAndGet();
                        throw new SQLException("the database is away");
                    }
                    mostAsking.accumulateAndGet(asking.incrementAndGet(), Math::max);
                    try {
                        return method.invoke(database, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        asking.decrementAndGet();
                    }
                });
    }
}
