/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.http;

import java.io.IOException;

/** An answer came, but its bytes cannot be used. */
public class UnreadableResponseException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableResponseException(String message, Throwable cause) {
        super(message, cause);
    }
}
