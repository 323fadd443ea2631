/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes out on the wire, and how it ends. Bytes are not copied. */
public record Answer(int status, Map<String, String> headers, byte[] body, Ending ending) {
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

    public static Answer json(int status, byte[] body) {
        return new Answer(status, JSON, body, Ending.COMPLETE);
    }

    public static Answer text(int status, String contentType, String body) {
        return new Answer(
                status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8), Ending.COMPLETE);
    }

    public static Answer bodiless(int status) {
        return new Answer(status, Map.of(), new byte[0], Ending.COMPLETE);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, ending);
    }

    public Answer ending(Ending how) {
        return new Answer(status, headers, body, how);
    }

    public Answer body(byte[] other) {
        return new Answer(status, headers, other, ending);
    }
}
