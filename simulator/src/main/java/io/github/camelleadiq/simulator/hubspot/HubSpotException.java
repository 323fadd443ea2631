/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.JsonBodies;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is refused: a whole request, or one record of it. */
final class HubSpotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String category;
    private final boolean forAll;
    private final boolean malformed;
    private final transient Map<String, List<String>> context;

    private HubSpotException(
            int status,
            String category,
            String message,
            Map<String, List<String>> context,
            boolean forAll,
            boolean malformed) {
        super(message, null, false, false);
        this.status = status;
        this.category = category;
        this.context = context;
        this.forAll = forAll;
        this.malformed = malformed;
    }

    static HubSpotException of(int status, String category, String message) {
        return new HubSpotException(status, category, message, Map.of(), false, false);
    }

    /** A request that is wrong whatever the portal has. */
    static HubSpotException invalid(String message) {
        return new HubSpotException(400, "VALIDATION_ERROR", message, Map.of(), true, true);
    }

    /** @param code what is wrong with the value: {@code INVALID_OPTION} */
    static HubSpotException invalidProperty(String code, String property, String message) {
        return new HubSpotException(
                400,
                "VALIDATION_ERROR",
                "Property values were not valid: "
                        + new String(
                                JsonBodies.bytes(List.of(
                                        Map.of("isValid", false, "message", message, "error", code, "name", property))),
                                StandardCharsets.UTF_8),
                Map.of("propertyName", List.of(property)),
                false,
                false);
    }

    static HubSpotException notFound(String id) {
        return new HubSpotException(
                404,
                "OBJECT_NOT_FOUND",
                "Could not get some objects, they may be deleted or not exist. Check that ids are valid.",
                Map.of("ids", List.of(id)),
                false,
                false);
    }

    /** Such that all records of the request are refused, whatever they ask for. */
    HubSpotException forAll() {
        return new HubSpotException(status, category, getMessage(), context, true, malformed);
    }

    int status() {
        return status;
    }

    boolean isMalformed() {
        return malformed;
    }

    boolean isForAll() {
        return forAll;
    }

    /** The same, saying besides which record it is about. */
    HubSpotException about(String key, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(context);
        more.put(key, List.of(value));
        return new HubSpotException(status, category, getMessage(), more, forAll, malformed);
    }

    /** One of the {@code errors} of an answer. */
    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("status", "error");
        view.put("category", category);
        view.put("message", getMessage());
        view.put("context", context);
        return view;
    }

    /** The answer to a request that is refused as a whole. */
    HttpAnswer answer() {
        Map<String, Object> body = new LinkedHashMap<>(view());
        body.put("correlationId", UUID.randomUUID().toString());
        return HttpAnswer.json(status, JsonBodies.bytes(body));
    }
}
