/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.rest;

import io.github.camelleadiq.simulator.http.JsonBodies;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request off the wire.
 *
 * @param headers by their names in lower case
 */
public record RawRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {
    private static final Pattern CLIENT = Pattern.compile("client=([^,;\\s]+)");

    String header(String name) {
        return headers.get(name);
    }

    /** What the body is said to be, without parameters such as the charset, or null. */
    String mediaType() {
        String type = headers.get("content-type");
        return type == null ? null : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The name out of {@code Sforce-Call-Options}, or null. */
    public String client() {
        Matcher matcher = CLIENT.matcher(headers.getOrDefault("sforce-call-options", ""));
        return matcher.find() ? matcher.group(1) : null;
    }

    /** Parameters of the URL. */
    Map<String, String> parameters() {
        return form(query == null ? "" : query);
    }

    /** Parameters of a form that was posted. */
    Map<String, String> form() {
        return form(text());
    }

    /** The body as it is. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Map<String, Object> json() {
        try {
            return JsonBodies.object(body);
        } catch (IOException e) {
            throw new RestException(400, "JSON_PARSER_ERROR", "The body is not a JSON object", List.of());
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
