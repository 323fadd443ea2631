/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.time.Duration;
import java.util.Optional;

/**
 * Too many requests for this key: either the server refused one, or so many wait for their turn already that this client
 * did not take another. Ask less often, or ask for more in one request.
 */
public class LeadIQRateLimitException extends LeadIQException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;
    private final boolean sent;

    /** @param retryAfter how long the server wants us to wait, or null when it does not say */
    public LeadIQRateLimitException(String operation, String problem, Duration retryAfter) {
        super(operation, problem, "the standard limit is 60 requests a minute for a key", null);
        this.retryAfter = retryAfter;
        this.sent = true;
    }

    private LeadIQRateLimitException(String operation, String problem, Throwable cause) {
        super(
                operation,
                problem,
                "it was never sent; hand over fewer at a time (a splitter that is not parallel, a throttle, a bounded"
                        + " seda), ask for more in one request, or raise maxQueuedLookups if the heap is large enough",
                cause);
        this.retryAfter = null;
        this.sent = false;
    }

    /** For what this client did not let in. It is not repeated: there would be as many as before. */
    public static LeadIQRateLimitException notQueued(String operation, Throwable cause) {
        return new LeadIQRateLimitException(operation, cause.getMessage(), cause);
    }

    /** How long the server wants us to wait, when it says so. */
    public Optional<Duration> getRetryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public boolean isTransient() {
        return sent;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return false;
    }
}
