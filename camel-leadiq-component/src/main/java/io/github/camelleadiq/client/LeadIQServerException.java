/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** LeadIQ, or a gateway on the way to it, failed with a status of 500 or more. Try again later. */
public class LeadIQServerException extends LeadIQException {

    private static final long serialVersionUID = 1L;

    private static final Set<Integer> UNPROCESSED = Set.of(408, 421, 425);

    private final int status;
    private final Duration retryAfter;

    /**
     * @param status the HTTP status, or the one that LeadIQ puts into the error
     * @param retryAfter how long the server wants us to wait, or null when it does not say
     */
    public LeadIQServerException(String operation, int status, String problem, Duration retryAfter) {
        super(operation, problem, "the server or a gateway failed; try again later", null);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    public int getStatus() {
        return status;
    }

    /** How long the server wants us to wait, when it says so. */
    public Optional<Duration> getRetryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public boolean isTransient() {
        return true;
    }

    /** False for the statuses with which a server says that it has not begun, so that even a mutation is sent again. */
    @Override
    public boolean mayHaveBeenProcessed() {
        return !isUnprocessed(status);
    }

    /**
     * Whether a status says that the request was not processed and may be sent again: 408 and 421 (RFC 9110, 15.5.9 and
     * 15.5.20) and 425 (RFC 8470, 5.2).
     */
    public static boolean isUnprocessed(int status) {
        return UNPROCESSED.contains(status);
    }
}
