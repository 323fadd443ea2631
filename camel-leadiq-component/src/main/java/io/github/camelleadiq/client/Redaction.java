/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes what we sent out of what a server says about it, so that its words can stand in a log. */
final class Redaction {

    private static final int SHORTEST_SECRET = 3;
    private static final int LONGEST_MESSAGE = 500;

    private final List<String> secrets = new ArrayList<>();

    Redaction(JsonNode variables) {
        collect(variables);
        // the longest first, so that no part of one is left over
        secrets.sort(Comparator.comparingInt(String::length).reversed());
    }

    String apply(String message) {
        String redacted = message;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, "***");
        }
        return redacted.length() <= LONGEST_MESSAGE ? redacted : redacted.substring(0, LONGEST_MESSAGE) + "...";
    }

    private void collect(JsonNode value) {
        if (value.isTextual() && value.textValue().length() >= SHORTEST_SECRET) {
            secrets.add(value.textValue());
        }
        value.forEach(this::collect);
    }
}
