/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One entry of {@code errors} in a GraphQL answer.
 *
 * @param message the server's own words; may repeat what was sent, so it is not for logs
 * @param path the path of the field that failed: names and list positions; empty when the whole request failed
 * @param extensions what the server adds, as JSON values
 */
public record GraphQLError(String message, List<Object> path, Map<String, Object> extensions) {

    private static final Pattern STATUS = Pattern.compile("\\s*[1-5]\\d\\d\\s*");

    /**
     * What servers write into {@code extensions.code} and what it is in HTTP: the codes of Apollo Server
     * (https://www.apollographql.com/docs/apollo-server/data/errors) and what gateways call the statuses of HTTP.
     * {@code INTERNAL_SERVER_ERROR} is missing: Apollo Server gives it to every error that has no code of its own.
     */
    private static final Map<String, Integer> STATUS_OF_CODE = Map.ofEntries(
            Map.entry("UNAUTHENTICATED", 401),
            Map.entry("UNAUTHORIZED", 401),
            Map.entry("PAYMENT_REQUIRED", 402),
            Map.entry("FORBIDDEN", 403),
            Map.entry("REQUEST_TIMEOUT", 408),
            Map.entry("PAYLOAD_TOO_LARGE", 413),
            Map.entry("TOO_MANY_REQUESTS", 429),
            Map.entry("RATE_LIMITED", 429),
            Map.entry("RATE_LIMIT_EXCEEDED", 429),
            Map.entry("THROTTLED", 429),
            Map.entry("BAD_GATEWAY", 502),
            Map.entry("SERVICE_UNAVAILABLE", 503),
            Map.entry("GATEWAY_TIMEOUT", 504));

    /**
     * The status of HTTP that the error stands for, as far as it says so: {@code extensions.response.status}, where LeadIQ
     * has it, {@code extensions.http.status}, where Apollo Server has it, {@code extensions.status} or {@code statusCode}, or
     * else what {@code extensions.code} means. Numbers may be written as text.
     */
    public OptionalInt status() {
        return Stream.of(
                        member("response", "status"),
                        member("http", "status"),
                        number(extensions.get("status")),
                        number(extensions.get("statusCode")),
                        ofCode(extensions.get("code")))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private OptionalInt member(String object, String name) {
        return extensions.get(object) instanceof Map<?, ?> members ? number(members.get(name)) : OptionalInt.empty();
    }

    private static OptionalInt number(Object value) {
        if (value instanceof Number number) {
            return OptionalInt.of(number.intValue());
        }
        return value instanceof String text && STATUS.matcher(text).matches()
                ? OptionalInt.of(Integer.parseInt(text.strip()))
                : OptionalInt.empty();
    }

    private static OptionalInt ofCode(Object code) {
        Integer status = code instanceof String text
                ? STATUS_OF_CODE.get(text.strip().toUpperCase(Locale.ROOT).replace('-', '_'))
                : null;
        return status == null ? number(code) : OptionalInt.of(status);
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
