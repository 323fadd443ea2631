/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One entry of {@code errors} in a GraphQL answer.
 *
 * @param message the server's own words; may repeat what was sent, so it is not for logs
 * @param path the path of the field that failed: names and list positions; empty when the whole request failed
 * @param extensions what the server adds, as JSON values
 */
public record GraphQLError(String message, List<Object> path, Map<String, Object> extensions) {

    /** The HTTP-like status that LeadIQ puts into {@code extensions.response.status}, when it is there. */
    public OptionalInt status() {
        return extensions.get("response") instanceof Map<?, ?> response
                        && response.get("status") instanceof Number status
                ? OptionalInt.of(status.intValue())
                : OptionalInt.empty();
    }

    /** The same error with another first step of its path, for one lookup of a batch. */
    public GraphQLError below(String rootField) {
        List<Object> renamed = new ArrayList<>(path);
        renamed.set(0, rootField);
        return new GraphQLError(message, List.copyOf(renamed), extensions);
    }

    /** The path as text, for example {@code searchPeople.results[0].name}. */
    public String pathText() {
        StringBuilder text = new StringBuilder();
        for (Object step : path) {
            if (step instanceof Number) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }
}
