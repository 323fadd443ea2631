/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes out on the wire, and how it ends. Bytes are not copied. */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body, Ending ending) {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json;charset=utf-8");

    /** How an answer ends. */
    public enum Ending {
        /** Whole. */
        COMPLETE,
        /** The connection closes half way through the body that was announced. */
        CUT_OFF,
        /** The connection closes with no answer at all. */
        RESET,
        /** There never is an answer; the connection stays open. */
        HANG
    }

    public static HttpAnswer json(int status, byte[] body) {
        return new HttpAnswer(status, JSON, body, Ending.COMPLETE);
    }

    public static HttpAnswer text(int status, String contentType, String body) {
        return new HttpAnswer(
                status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8), Ending.COMPLETE);
    }

    public static HttpAnswer bodiless(int status) {
        return new HttpAnswer(status, Map.of(), new byte[0], Ending.COMPLETE);
    }

    public HttpAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpAnswer(status, more, body, ending);
    }

    public HttpAnswer ending(Ending how) {
        return new HttpAnswer(status, headers, body, how);
    }

    public HttpAnswer body(byte[] other) {
        return new HttpAnswer(status, headers, other, ending);
    }
}
