/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.math.BigDecimal;

/**
 * The state could not be read or written. Nothing was changed by the call that threw it, with one exception: if the
 * database went away during or right after the commit, it cannot be known. Then look, or repeat the call: all calls but
 * {@link EnrichmentLog#append} and the {@link Runs#advance(String, String, RunCounts, BigDecimal)} of no owner, which add
 * up, can be repeated without harm.
 *
 * <p>Messages and causes hold no values from the database, because those can be personal data.
 */
public class StateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Of something that the database was not asked for, or that it lacks: another try fails as well. */
    public StateException(String message) {
        super(message);
    }

    public StateException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the same call can succeed once the database is back. */
    public boolean isRetryable() {
        return getCause() != null;
    }
}
