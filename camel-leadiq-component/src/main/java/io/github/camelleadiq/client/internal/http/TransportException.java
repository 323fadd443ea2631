/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.http;

import java.io.IOException;

/** No answer came. */
public class TransportException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean sent;

    /** @param sent whether at least the start of the request body went out */
    public TransportException(String message, boolean sent, Throwable cause) {
        super(message, cause);
        this.sent = sent;
    }

    /** Whether at least the start of the request body went out, so that the server may have acted on it. */
    public boolean isSent() {
        return sent;
    }
}
