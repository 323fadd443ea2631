/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A GraphQL client with nothing clever about it. */
final class Caller {
    static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LeadIQSimulator simulator;
    private final String key;

    Caller(LeadIQSimulator simulator) {
        this(simulator, LeadIQSimulator.DEMO_KEY);
    }

    /** A caller with that key, or an anonymous one if it is null. */
    Caller(LeadIQSimulator simulator, String key) {
        this.simulator = simulator;
        this.key = key;
    }

    /** The whole JSON answer. */
    JsonNode ask(String document, Map<String, Object> variables) {
        HttpResponse<String> response = post(document, variables);
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("HTTP " + response.statusCode(), e);
        }
    }

    JsonNode ask(String document) {
        return ask(document, Map.of());
    }

    /** The data of an answer that must not have errors. */
    JsonNode data(String document, Map<String, Object> variables) {
        JsonNode answer = ask(document, variables);
        if (answer.has("errors")) {
            throw new AssertionError(answer.get("errors").toPrettyString());
        }
        return answer.get("data");
    }

    JsonNode data(String document) {
        return data(document, Map.of());
    }

    HttpResponse<String> post(String document, Map<String, Object> variables) {
        return send(request(document, variables).build());
    }

    CompletableFuture<HttpResponse<String>> postLater(String document) {
        return http.sendAsync(request(document, Map.of()).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String document, Map<String, Object> variables) {
        try {
            return raw(JSON.writeValueAsString(Map.of("query", document, "variables", variables)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpRequest.Builder raw(String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.url())
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return key == null ? request : request.header("Authorization", LeadIQSimulator.authorization(key));
    }

    static int status(JsonNode answer) {
        return answer.at("/errors/0/extensions/response/status").asInt();
    }
}
