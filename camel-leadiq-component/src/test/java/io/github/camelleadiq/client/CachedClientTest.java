/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.HandSetClock;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.cache.CacheConfig;
import io.github.camelleadiq.client.cache.CacheSecrets;
import io.github.camelleadiq.client.cache.TestStores;
import io.github.camelleadiq.client.credit.CreditConfig;
import io.github.camelleadiq.client.credit.MemoryCreditLedger;
import io.github.camelleadiq.client.internal.http.HttpTransport;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long answers are kept, with a clock that we turn. */
class CachedClientTest {

    private static final ObjectNode ADA = input("ada.sample@acme.example");
    private static final ObjectNode NOBODY = input("nobody@acme.example");

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
    private final HandSetClock clock = new HandSetClock();
    private LeadIQSimulator simulator;
    private LeadIQClient client;

    @BeforeEach
    void start() {
        simulator = LeadIQSimulator.builder().clock(clock).start();
        HttpTransportConfig http = new HttpTransportConfig(
                4, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), 1_000_000, "test", null, null);
        CacheConfig cache =
                new CacheConfig(TestStores.memory(clock), Duration.ofDays(30), Duration.ofDays(1), CacheSecrets.none());
        LeadIQClientConfig config = new LeadIQClientConfig(
                simulator.url(),
                http,
                Duration.ofSeconds(10),
                0,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                SchemaCheck.LIVE,
                Duration.ofDays(1),
                50,
                Duration.ZERO,
                RateLimitConfig.OFF,
                cache,
                CreditConfig.counting(new MemoryCreditLedger(), "test"));
        client = new LeadIQClient(
                config, new HttpTransport(http, executor), executor, executor, clock, LeadIQMetrics.NONE);
    }

    @AfterEach
    void stop() {
        client.close();
        executor.shutdownNow();
        simulator.close();
    }

    @Test
    void asksAgainWhenAnAnswerIsOldAndPaysNothingWithinTheYear() {
        ask(ADA);
        BigDecimal price = simulator.meter().total(LeadIQSimulator.DEMO_KEY);

        clock.pass(Duration.ofDays(30).minusSeconds(1));
        assertThat(ask(ADA).cacheHit()).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(ask(ADA).cacheHit()).isFalse();
        assertThat(ask(ADA).cacheHit()).isTrue();
        assertThat(simulator.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo(price);

        clock.pass(Duration.ofDays(366));
        assertThat(ask(ADA).cacheHit()).isFalse();
        assertThat(simulator.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo(price.add(price));
    }

    @Test
    void asksSoonerAgainForSomebodyWhoWasNotFound() {
        ask(NOBODY);

        clock.pass(Duration.ofDays(1).minusSeconds(1));
        assertThat(ask(NOBODY).cacheHit()).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(ask(NOBODY).cacheHit()).isFalse();
    }

    @Test
    void anAnswerIsAsOldAsItsOldestPart() {
        ask(ADA, DataPoint.PROFILE);
        clock.pass(Duration.ofDays(29));
        ask(ADA, DataPoint.PROFILE, DataPoint.PHONE);
        assertThat(ask(ADA, DataPoint.PHONE).cacheHit()).isTrue();

        clock.pass(Duration.ofDays(1));

        assertThat(ask(ADA, DataPoint.PHONE).cacheHit()).isFalse();
    }

    private LeadIQResponse ask(ObjectNode input, DataPoint... points) {
        Selection selection = points.length == 0 ? Selection.DEFAULT : Selection.of(Set.of(points));
        CallOptions options = new CallOptions(ApiKey.of(LeadIQSimulator.DEMO_KEY, ApiKey.Format.AUTO), false, Map.of());
        return client.execute(new LeadIQRequest(LeadIQOperation.SEARCH_PEOPLE, selection, input, options))
                .join();
    }

    private static ObjectNode input(String email) {
        ObjectNode arguments = new ObjectMapper().createObjectNode();
        arguments.putObject("input").put("email", email);
        return arguments;
    }
}
