/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import java.util.Map;
import java.util.Set;

/**
 * A request as it came in. Never holds the key.
 *
 * @param operationName name of the operation, or of its first field if it has none; null if the document has no such
 * @param document      the text sent as {@code query}
 * @param headerNames   in lower case
 * @param anonymous     whether there was no {@code Authorization} header
 * @param introspection whether it asks for nothing but the schema
 * @param rootFields    how many lookups it bundles
 */
public record SimulatedRequest(
        String operationName,
        String document,
        Map<String, Object> variables,
        Set<String> headerNames,
        boolean anonymous,
        boolean introspection,
        int rootFields) {

    /** Whether the document or a variable contains a text; handy for faults by identifier. */
    public boolean mentions(String text) {
        return document.contains(text) || variables.toString().contains(text);
    }
}
