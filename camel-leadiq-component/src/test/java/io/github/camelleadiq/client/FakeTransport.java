/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelleadiq.client.credit.CreditConfig;
import io.github.camelleadiq.client.credit.MemoryCreditLedger;
import io.github.camelleadiq.client.internal.http.Transport;
import io.github.camelleadiq.client.internal.http.TransportRequest;
import io.github.camelleadiq.client.internal.http.TransportResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what is sent; answers introspection with a given text and everything else with an empty object. */
final class FakeTransport implements Transport {

    static final LeadIQRequest.CallOptions OPTIONS =
            new LeadIQRequest.CallOptions(ApiKey.of("test-key", ApiKey.Format.PLAIN), false, Map.of());

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final String introspection;

    FakeTransport(String introspection) {
        this.introspection = introspection;
    }

    static LeadIQClientConfig config(SchemaCheck check) {
        Duration second = Duration.ofSeconds(1);
        return new LeadIQClientConfig(
                URI.create("http://127.0.0.1/graphql"),
                new HttpTransportConfig(1, second, second, second, 1_000_000, "test", null, null),
                Duration.ofSeconds(30),
                0,
                second,
                second,
                check,
                Duration.ofHours(1),
                1,
                Duration.ZERO,
                RateLimitConfig.OFF,
                null,
                CreditConfig.counting(new MemoryCreditLedger(), "test"));
    }

    /** What was sent besides introspection. */
    List<JsonNode> requests() {
        return requests.stream()
                .filter(request -> !request.get("query").textValue().contains("__schema"))
                .toList();
    }

    int introspections() {
        return requests.size() - requests().size();
    }

    @Override
    public CompletableFuture<TransportResponse> send(TransportRequest request) {
        JsonNode sent;
        try {
            sent = MAPPER.readTree(request.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        requests.add(sent);
        String query = sent.get("query").textValue();
        String root = query.replaceAll("(?s)^.*?\\{\\s*(\\w+).*$", "$1");
        String answer = query.contains("__schema") ? introspection : "{\"data\":{\"" + root + "\":{}}}";
        return CompletableFuture.completedFuture(
                new TransportResponse(200, "application/json", null, answer.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {}
}
