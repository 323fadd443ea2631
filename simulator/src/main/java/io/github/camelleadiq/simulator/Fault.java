/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.HttpAnswer.Ending;
import io.github.camelleadiq.simulator.http.JsonBodies;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Something that goes wrong with one answer.
 *
 * @param name      what it is, for people
 * @param processed whether the operation takes effect (and is charged) before things go wrong
 * @param delay     how long the answer is held back, on top of the simulator's latency
 * @param change    makes the faulty answer out of the good one; out of an empty 200 if the operation is not processed
 */
public record Fault(String name, boolean processed, Duration delay, UnaryOperator<HttpAnswer> change) {

    /** An HTTP status with an HTML page, as a proxy gives it. The operation is not processed. */
    public static Fault status(int status) {
        String page = "<html><body><h1>" + status + "</h1></body></html>";
        return unprocessed("status " + status, good -> HttpAnswer.text(status, "text/html", page));
    }

    /** HTTP 200 with an error that carries this status. The operation is not processed. */
    public static Fault graphql(int status) {
        return unprocessed(
                "graphql " + status,
                good -> HttpAnswer.json(
                        200, JsonBodies.error("Simulated failure", Map.of("response", Map.of("status", status)))));
    }

    /** The connection is reset with no answer. The operation is not processed. */
    public static Fault reset() {
        return unprocessed("reset", good -> good.ending(Ending.RESET));
    }

    /** The operation is processed, then the connection is reset with no answer. */
    public static Fault resetAfterProcessing() {
        return processed("reset after processing", good -> good.ending(Ending.RESET));
    }

    /** Never an answer, on an open connection. The operation is not processed. */
    public static Fault hang() {
        return unprocessed("hang", good -> good.ending(Ending.HANG));
    }

    /** HTTP 200 that says JSON but is not. The operation is processed. */
    public static Fault garbage() {
        return processed("garbage", good -> good.body("}{ \u0000 not json".getBytes(StandardCharsets.UTF_8)));
    }

    /** Half of the JSON, in a well-formed HTTP answer. The operation is processed. */
    public static Fault truncated() {
        return processed("truncated", good -> good.body(Arrays.copyOf(good.body(), good.body().length / 2)));
    }

    /** The connection closes half way through the body. The operation is processed. */
    public static Fault cutOff() {
        return processed("cut off", good -> good.ending(Ending.CUT_OFF));
    }

    /** HTTP 200 with a web page. The operation is not processed. */
    public static Fault html() {
        return unprocessed(
                "html", good -> HttpAnswer.text(200, "text/html", "<html><body>Please log in</body></html>"));
    }

    /** HTTP 200 without a body. The operation is processed. */
    public static Fault empty() {
        return processed("empty", good -> good.body(new byte[0]));
    }

    /** HTTP 204. The operation is processed. */
    public static Fault noContent() {
        return processed("no content", good -> HttpAnswer.bodiless(204));
    }

    /** The right answer, late. */
    public static Fault slow(Duration delay) {
        return new Fault("slow", true, delay, UnaryOperator.identity());
    }

    /**
     * The right answer, but null at one place and an error that says so. The operation is processed.
     *
     * @param path names and indexes from the root of the data, with dots: {@code r1.results.0}
     */
    public static Fault partial(String path) {
        return processed("partial", good -> good.body(PartialDataFault.blank(good.body(), path)));
    }

    /** This fault with the header {@code Retry-After}, in whole seconds. */
    public Fault retryAfter(Duration wait) {
        return retryAfter(String.valueOf(wait.toSeconds()));
    }

    /** This fault with the header {@code Retry-After} as given, an HTTP date perhaps. */
    public Fault retryAfter(String value) {
        return new Fault(name, processed, delay, good -> change.apply(good).with("Retry-After", value));
    }

    private static Fault unprocessed(String name, UnaryOperator<HttpAnswer> change) {
        return new Fault(name, false, Duration.ZERO, change);
    }

    private static Fault processed(String name, UnaryOperator<HttpAnswer> change) {
        return new Fault(name, true, Duration.ZERO, change);
    }
}
