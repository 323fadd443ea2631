/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

/**
 * The state could not be read or written. Nothing was changed by the call that threw it, with one exception: if the
 * connection broke during the commit, nobody can tell, and the call has to be repeated (every call may be).
 *
 * <p>Messages and causes hold no values from the database, because those can be personal data.
 */
public class StateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StateException(String message) {
        super(message);
    }

    public StateException(String message, Throwable cause) {
        super(message, cause);
    }
}
