/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A request off the wire.
 *
 * @param headers by their names in lower case
 */
public record RawRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {
    /** The value of a header, its name in lower case, or null. */
    public String header(String name) {
        return headers.get(name);
    }

    /** What the body is said to be, without parameters such as the charset, or null. */
    public String mediaType() {
        String type = headers.get("content-type");
        return type == null ? null : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Parameters of the URL. */
    public Map<String, String> parameters() {
        return form(query == null ? "" : query);
    }

    /** Parameters of a form that was posted. */
    public Map<String, String> form() {
        return form(text());
    }

    /** The body as it is. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** @throws IOException if the body is not one JSON object */
    public Map<String, Object> json() throws IOException {
        return JsonBodies.object(body);
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
