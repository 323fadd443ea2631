/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import io.github.camelleadiq.simulator.engine.GraphQLEngine;
import io.github.camelleadiq.simulator.engine.GraphQLEngine.Outcome;
import io.github.camelleadiq.simulator.engine.GraphQLRefusal;
import io.github.camelleadiq.simulator.engine.ParsedDocuments;
import io.github.camelleadiq.simulator.http.HeldAnswer;
import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.HttpFront;
import io.github.camelleadiq.simulator.http.JsonBodies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes a request through everything that can happen to it: faults, authentication, limits, execution. */
final class FrontDesk implements HttpFront.Desk {
    private static final String ANONYMOUS = "";

    private final SimulatorConfig config;
    private final GraphQLEngine engine;
    private final RequestLimit limiter;
    private final Faults faults;
    private final ParsedDocuments documents = new ParsedDocuments();
    private final Map<String, String> keyByHeader;
    private final Log<SimulatedRequest> requests = new Log<>(10_000);
    private final Log<String> validationErrors = new Log<>(10_000);
    private volatile Duration latency;
    private volatile boolean introspection;

    FrontDesk(SimulatorConfig config, GraphQLEngine engine, RequestLimit limiter, Faults faults) {
        this.config = config;
        this.engine = engine;
        this.limiter = limiter;
        this.faults = faults;
        this.latency = config.latency();
        this.introspection = config.introspection();
        this.keyByHeader =
                config.keys().stream().collect(Collectors.toUnmodifiableMap(FrontDesk::basic, Function.identity()));
    }

    static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    }

    void latency(Duration value) {
        latency = value;
    }

    void introspection(boolean allowed) {
        introspection = allowed;
    }

    Log<SimulatedRequest> requests() {
        return requests;
    }

    Log<String> validationErrors() {
        return validationErrors;
    }

    @Override
    public HeldAnswer serve(byte[] body, String authorization, Set<String> headerNames) {
        Map<String, Object> envelope;
        try {
            envelope = JsonBodies.object(body);
        } catch (IOException e) {
            return malformed("The body is not a JSON object");
        }
        if (!(envelope.get("query") instanceof String document)
                || !(orEmpty(envelope.get("variables")) instanceof Map<?, ?> variables)
                || !(envelope.getOrDefault("operationName", null) == null
                        || envelope.get("operationName") instanceof String)) {
            return malformed("Expected a query string, and perhaps operationName and variables");
        }
        if (config.maxDocumentSize() > 0 && document.length() > config.maxDocumentSize()) {
            return reply(HttpAnswer.json(413, JsonBodies.error("The document is too large", Map.of())));
        }
        return serve(document, (String) envelope.get("operationName"), cast(variables), authorization, headerNames);
    }

    private HeldAnswer serve(
            String document,
            String operationName,
            Map<String, Object> variables,
            String authorization,
            Set<String> headerNames) {
        ParsedDocuments.Shape shape = documents.shape(document, operationName);
        SimulatedRequest request = new SimulatedRequest(
                shape.operationName(),
                document,
                variables,
                headerNames,
                authorization == null,
                shape.introspection(),
                shape.rootFields());
        requests.add(request);
        Fault fault = faults.pick(request);
        if (fault == null) {
            return reply(answer(request, operationName, shape, authorization));
        }
        HttpAnswer good =
                fault.processed() ? answer(request, operationName, shape, authorization) : HttpAnswer.bodiless(200);
        return new HeldAnswer(fault.change().apply(good), latency.plus(fault.delay()));
    }

    private HttpAnswer answer(
            SimulatedRequest request, String operationName, ParsedDocuments.Shape shape, String authorization) {
        String key = authorization == null ? null : keyByHeader.get(authorization);
        if (shape.introspection()) {
            if (!introspection) {
                return HttpAnswer.json(
                        200,
                        JsonBodies.error(
                                "GraphQL introspection is not allowed, but the query contained __schema or __type",
                                Map.of("code", "INTROSPECTION_DISABLED")));
            }
            key = key == null ? ANONYMOUS : key;
        }
        if (key == null) {
            return refuse(new GraphQLRefusal(401, "Unauthorized"));
        }
        Duration wait = key.equals(ANONYMOUS)
                ? Duration.ZERO
                : limiter.acquire(key, config.countAliases() ? Math.max(1, shape.rootFields()) : 1);
        if (!wait.isZero()) {
            HttpAnswer refusal = refuse(new GraphQLRefusal(429, "Rate limit exceeded"));
            long seconds = wait.plusMillis(999).toSeconds();
            return config.retryAfter() ? refusal.with("Retry-After", String.valueOf(seconds)) : refusal;
        }
        if (config.maxAliases() > 0 && shape.aliases() > config.maxAliases()) {
            return HttpAnswer.json(
                    200,
                    JsonBodies.error(
                            "Aliases limit of " + config.maxAliases() + " exceeded, found " + shape.aliases() + ".",
                            Map.of("code", "GRAPHQL_VALIDATION_FAILED")));
        }
        return execute(request, operationName, key);
    }

    private HttpAnswer execute(SimulatedRequest request, String operationName, String key) {
        Outcome outcome = engine.execute(request.document(), operationName, request.variables(), key);
        outcome.validationErrors().forEach(validationErrors::add);
        boolean asStatus = config.errorStyle() == ErrorStyle.HTTP_STATUS && !outcome.hasData();
        return HttpAnswer.json(asStatus ? outcome.status() : 200, JsonBodies.bytes(outcome.response()));
    }

    private HttpAnswer refuse(GraphQLRefusal refusal) {
        int status = refusal.status();
        return config.errorStyle() == ErrorStyle.HTTP_STATUS
                ? HttpAnswer.json(status, JsonBodies.error(refusal.getMessage(), Map.of()))
                : HttpAnswer.json(
                        200, JsonBodies.error(refusal.getMessage(), Map.of("response", Map.of("status", status))));
    }

    private HeldAnswer malformed(String message) {
        return reply(HttpAnswer.json(400, JsonBodies.error(message, Map.of())));
    }

    private HeldAnswer reply(HttpAnswer answer) {
        return new HeldAnswer(answer, latency);
    }

    private static Object orEmpty(Object variables) {
        return variables == null ? Map.of() : variables;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Map<?, ?> variables) {
        return (Map<String, Object>) variables;
    }
}
