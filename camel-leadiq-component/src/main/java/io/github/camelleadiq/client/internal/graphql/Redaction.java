/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Takes what we sent out of what a server says about it, so that its words can stand in a log. */
final class Redaction {

    private static final int SHORTEST_SECRET = 3;
    private static final int LONGEST_MESSAGE = 500;
    private static final String MASK = "***";
    /** A server may say an address otherwise than we did, for example in lower case and quoted. */
    private static final Pattern EMAIL_ADDRESS =
            Pattern.compile("(?<![^\\s\"'<>(),:;])[^\\s\"'<>(),:;@]++@[^\\s\"'<>(),:;]+");

    private final List<String> secrets = new ArrayList<>();

    Redaction(GraphQLRequest call) {
        collect(call.variables());
        if (call.key() != null) {
            secrets.addAll(call.key().secrets());
        }
        // the longest first, so that no part of one is left over
        secrets.sort(Comparator.comparingInt(String::length).reversed());
    }

    String apply(String message) {
        String redacted = message;
        for (String secret : secrets) {
            redacted = Pattern.compile(secret, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(redacted)
                    .replaceAll(MASK);
        }
        redacted = EMAIL_ADDRESS.matcher(redacted).replaceAll(MASK);
        return redacted.length() <= LONGEST_MESSAGE ? redacted : redacted.substring(0, LONGEST_MESSAGE) + "...";
    }

    private void collect(JsonNode value) {
        if (value.isTextual() && value.textValue().length() >= SHORTEST_SECRET) {
            secrets.add(value.textValue());
        }
        value.forEach(this::collect);
    }
}
