/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A client that knows nothing but HTTP and JSON. */
final class SalesforceCaller {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    private final SalesforceSimulator simulator;
    private String token;

    SalesforceCaller(SalesforceSimulator simulator) {
        this.simulator = simulator;
        login(SalesforceSimulator.CLIENT_SECRET);
    }

    String token() {
        return token;
    }

    JsonNode login(String secret) {
        JsonNode answer = token(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                SalesforceSimulator.CLIENT_ID,
                "client_secret",
                secret));
        if (answer.has("access_token")) {
            token = answer.get("access_token").asText();
        }
        return answer;
    }

    JsonNode token(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return tree(send(HttpRequest.newBuilder(simulator.url().resolve("/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    /** @param path after the version, or whole if it begins with /services */
    HttpResponse<String> call(String method, String path, Object body, String... headers) {
        String whole = path.startsWith("/services") ? path : "/services/data/v60.0" + path;
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(simulator.url().resolve(whole))
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json");
            for (int i = 0; i < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
            return send(request.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode get(String path, String... headers) {
        return tree(call("GET", path, null, headers));
    }

    JsonNode query(String soql, String... headers) {
        return get("/query?q=" + encode(soql), headers);
    }

    /** The ids that a query selects, in order. */
    List<String> ids(String soql) {
        JsonNode answer = query(soql);
        if (!answer.has("records")) {
            throw new AssertionError(answer.toString());
        }
        return answer.get("records").findValuesAsText("Id");
    }

    /** Updates records of one type: each with its id and fields. */
    JsonNode update(String type, List<Map<String, Object>> records, String... headers) {
        List<Map<String, Object>> typed = records.stream()
                .map(fields -> {
                    Map<String, Object> all = new LinkedHashMap<>(fields);
                    all.put("attributes", Map.of("type", type));
                    return all;
                })
                .toList();
        return tree(call("PATCH", "/composite/sobjects", Map.of("allOrNone", false, "records", typed), headers));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static JsonNode tree(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
