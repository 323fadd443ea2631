/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A pool waits half a minute for a connection that does not come, on a thread that others need. */
class DeadDatabaseTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<SQLException> death =
            new AtomicReference<>(new SQLTransientConnectionException("no connection"));
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final JdbcCache cache = new JdbcCache(dataSource(), 10, Runnable::run, clock());

    @Test
    void isNotAskedForEveryLookup() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> cache.get("key").toCompletableFuture().join())
                    .hasCauseInstanceOf(SQLException.class);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void isTriedAgainAfterAWhile() {
        assertThat(cache.get("key").toCompletableFuture()).isCompletedExceptionally();
        death.set(null);
        now = now.plus(Duration.ofSeconds(30));

        assertThat(cache.get("key").toCompletableFuture()).isCompleted();
        assertThat(cache.get("key").toCompletableFuture()).isCompleted();
    }

    private DataSource dataSource() {
        JdbcDataSource alive = new JdbcDataSource();
        alive.setURL("jdbc:h2:mem:dead" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    if (death.get() != null) {
                        throw death.get();
                    }
                    return alive.getConnection();
                });
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
