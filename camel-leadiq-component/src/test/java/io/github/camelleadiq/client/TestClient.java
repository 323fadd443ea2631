/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.LeadIQRequest.CallOptions;
import io.github.camelleadiq.client.credit.CreditConfig;
import io.github.camelleadiq.client.credit.CreditEstimate;
import io.github.camelleadiq.client.internal.http.HttpTransport;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A client of a simulator, with threads of its own and a clock that tests can move. */
public final class TestClient implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final LeadIQClient client;
    private final CallOptions options =
            new CallOptions(ApiKey.of(LeadIQSimulator.DEMO_KEY, ApiKey.Format.PLAIN), false, Map.of());

    public TestClient(LeadIQSimulator simulator, CreditConfig credits, Clock clock) {
        LeadIQClientConfig config = new LeadIQClientConfig(
                simulator.url(),
                new HttpTransportConfig(
                        16,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        1 << 24,
                        "test",
                        null,
                        null),
                Duration.ofSeconds(60),
                0,
                Duration.ofMillis(10),
                Duration.ofMillis(10),
                SchemaCheck.AUTO,
                Duration.ofDays(10_000),
                8,
                Duration.ofMillis(2),
                RateLimitConfig.OFF,
                null,
                credits);
        client = new LeadIQClient(
                config, new HttpTransport(config.http(), scheduler), workers, scheduler, clock, LeadIQMetrics.NONE);
    }

    public CompletableFuture<LeadIQResponse> call(
            LeadIQOperation operation, Selection selection, Map<String, Object> input) {
        return client.execute(request(operation, selection, input));
    }

    public CreditEstimate estimate(LeadIQOperation operation, Selection selection, Map<String, Object> input) {
        return client.estimate(request(operation, selection, input)).join();
    }

    private LeadIQRequest request(LeadIQOperation operation, Selection selection, Map<String, Object> input) {
        ObjectNode arguments = MAPPER.createObjectNode();
        if (!input.isEmpty()) {
            arguments.set("input", MAPPER.valueToTree(input));
        }
        return new LeadIQRequest(operation, selection, arguments, options);
    }

    @Override
    public void close() {
        client.close();
        scheduler.shutdownNow();
        workers.shutdownNow();
    }
}
