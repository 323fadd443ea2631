/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import io.github.camelleadiq.routes.CrmFailure;

/** A whole request to HubSpot failed. The message has codes only: what HubSpot says can hold values of records. */
public final class HubSpotCallException extends RuntimeException implements CrmFailure {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final boolean retryable;
    private final boolean maybeDone;

    /**
     * @param code HubSpot's category or error type, such as {@code VALIDATION_ERROR}; never null
     * @param status of HTTP; 0 if there was no answer
     * @param retryable whether the same request can succeed later
     * @param maybeDone whether a write may have been done all the same
     */
    HubSpotCallException(String code, int status, boolean retryable, boolean maybeDone) {
        super("HubSpot: " + code + (status == 0 ? "" : " (HTTP " + status + ")"));
        this.code = code;
        this.status = status;
        this.retryable = retryable;
        this.maybeDone = maybeDone;
    }

    /** HubSpot's category or error type. */
    public String code() {
        return code;
    }

    /** The status of HTTP; 0 if there was no answer. */
    public int status() {
        return status;
    }

    @Override
    public boolean isRetryable() {
        return retryable;
    }

    /** Whether what was to be written may have been written. */
    public boolean isMaybeDone() {
        return maybeDone;
    }
}
