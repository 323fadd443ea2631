/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.ChangeEvent;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the database is asked. */
class RoundTripsTest {
    @TempDir
    Path directory;

    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();

    @Test
    void aListOfEventsIsOneTransactionOfAFewStatementsWhateverIsDropped() {
        try (H2State h2 = H2State.file(directory.resolve("state"))) {
            EnrichmentState state = EnrichmentState.open(counted(h2.dataSource()));
            List<ChangeEvent> events = IntStream.range(0, 200)
                    .mapToObj(i -> StateContract.event("event-" + i, "00Q" + i))
                    .toList();
            statements.set(0);
            commits.set(0);

            int stored =
                    state.inbox().offerAll(events, event -> event.dedupeKey().endsWith("0"));

            assertThat(stored).isEqualTo(20);
            assertThat(commits).hasValue(1);
            assertThat(statements).hasValueLessThan(10);
        }
    }

    /** Claims take turns, and runs that were asked for and broken off stay for ever. */
    @Test
    void aClaimLooksAtTheRunsOfWhichSomethingWaitsOnly() {
        try (H2State h2 = H2State.file(directory.resolve("state"))) {
            EnrichmentState state = EnrichmentState.open(counted(h2.dataSource()));
            state.atomically(() -> {
                IntStream.range(0, 50).forEach(i -> state.runs().startOrResume("broken-off-" + i, "Lead", null));
                Run run = state.runs().startOrResume("asked", "Lead", null);
                state.runs().hold("asked", "me", Duration.ofMinutes(1));
                return state.runs().offer(run, "me", "00Q1", List.of("00Q1"));
            });
            statements.set(0);

            assertThat(state.inbox().claimOfRuns("Lead", 200, Duration.ofMinutes(1), "worker"))
                    .hasSize(1);

            assertThat(statements).hasValueLessThan(15);
        }
    }

    private DataSource counted(DataSource source) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = invoke(source, method, arguments);
            return result instanceof Connection connection ? counted(connection) : result;
        });
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                statements.incrementAndGet();
            } else if (method.getName().equals("commit")) {
                commits.incrementAndGet();
            }
            return invoke(connection, method, arguments);
        });
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(RoundTripsTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
