/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import io.github.bucket4j.distributed.proxy.ProxyManager;

/**
 * How fast the requests of a key may leave.
 *
 * @param requestsPerMinute how many may leave within any sixty seconds; 0 for no pacing
 * @param requestBurst how many of these may leave at once after a rest. Between rests {@code requestsPerMinute -
 *     requestBurst} a minute leave, evenly spread, so that burst and flow together stay within the limit wherever the
 *     server's minute begins
 * @param maxQueuedLookups lookups and other calls that may wait or be under way, with pacing or without; further ones are
 *     refused
 * @param proxyManager where the bucket lives that several JVMs share; null to pace this JVM alone
 */
public record RateLimitConfig(
        int requestsPerMinute, int requestBurst, int maxQueuedLookups, ProxyManager<String> proxyManager) {

    /** What fits into a heap of 256 MB: an exchange that waits takes some 5 KB. */
    public static final int USUAL_QUEUE = 20_000;

    /** Requests leave as they come. */
    public static final RateLimitConfig OFF = new RateLimitConfig(0, 1, USUAL_QUEUE, null);

    /** What part of a minute's requests may leave at once, unless told otherwise: 5 of 60. */
    private static final int BURSTS_IN_A_MINUTE = 12;

    /** @throws IllegalArgumentException when the limit cannot be kept so; the message names the option */
    public RateLimitConfig {
        if (requestsPerMinute < 0) {
            throw new IllegalArgumentException("requestsPerMinute must not be negative");
        }
        if (requestBurst < 1 || requestsPerMinute > 1 && requestBurst >= requestsPerMinute) {
            throw new IllegalArgumentException("requestBurst must be at least 1 and less than requestsPerMinute: what"
                    + " leaves at once is missing from what leaves later in the minute");
        }
        if (maxQueuedLookups < 1) {
            throw new IllegalArgumentException("maxQueuedLookups must be greater than 0");
        }
    }

    /** The burst that goes well with a limit: small enough to cost less than a tenth of the flow. */
    public static int usualBurst(int requestsPerMinute) {
        return Math.max(1, requestsPerMinute / BURSTS_IN_A_MINUTE);
    }

    public boolean isOn() {
        return requestsPerMinute > 0;
    }

    /** The lasting flow. A limit of one a minute leaves nothing to take the burst from, and needs not. */
    public int refillPerMinute() {
        return Math.max(1, requestsPerMinute - requestBurst);
    }
}
