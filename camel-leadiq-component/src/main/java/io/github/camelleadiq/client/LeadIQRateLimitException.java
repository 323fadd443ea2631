/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.time.Duration;
import java.util.Optional;

/** Too many requests for this key. Ask less often, or ask for more in one request. */
public class LeadIQRateLimitException extends LeadIQException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param retryAfter how long the server wants us to wait, or null when it does not say */
    public LeadIQRateLimitException(String operation, String problem, Duration retryAfter) {
        super(operation, problem, "the standard limit is 60 requests a minute for a key", null);
        this.retryAfter = retryAfter;
    }

    /** How long the server wants us to wait, when it says so. */
    public Optional<Duration> getRetryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public boolean isTransient() {
        return true;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return false;
    }
}
