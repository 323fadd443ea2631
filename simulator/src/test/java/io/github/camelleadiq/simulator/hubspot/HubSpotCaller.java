/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A client that knows nothing but HTTP and JSON. */
final class HubSpotCaller {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final HubSpotSimulator simulator;
    private final boolean dated;
    String token = HubSpotSimulator.TOKEN;

    HubSpotCaller(HubSpotSimulator simulator, String version) {
        this.simulator = simulator;
        dated = !version.equals("v3");
    }

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        List<String> texts(String pointerInResults) {
            List<String> texts = new ArrayList<>();
            body.path("results").forEach(r -> texts.add(r.at(pointerInResults).asText(null)));
            return texts;
        }
    }

    /** A path below {@code /crm/}. */
    String crm(String resource, String rest) {
        return dated ? "/crm/" + resource + "/2026-09" + rest : "/crm/v3/" + resource + rest;
    }

    Answer read(String object, Collection<String> ids, String... properties) {
        return post(
                crm("objects", "/" + object + "/batch/read"),
                Map.of(
                        "properties",
                        properties,
                        "propertiesWithHistory",
                        List.of(),
                        "inputs",
                        ids.stream().map(id -> Map.of("id", id)).toList()));
    }

    Answer update(String object, Object... inputs) {
        return post(crm("objects", "/" + object + "/batch/update"), Map.of("inputs", inputs));
    }

    /** An input of a batch update. */
    static Map<String, Object> input(String id, Map<String, ?> properties) {
        return Map.of("id", id, "properties", properties);
    }

    /** An input of a batch update with a trace id. */
    static Map<String, Object> traced(String id, String trace, Map<String, ?> properties) {
        return Map.of("id", id, "objectWriteTraceId", trace, "properties", properties);
    }

    Answer post(String path, Object body) {
        try {
            return send(
                    "POST",
                    path,
                    "application/json",
                    body instanceof String text ? text : JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer get(String path) {
        return send("GET", path, null, null);
    }

    Answer send(String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.url().resolve(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token);
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : null, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
