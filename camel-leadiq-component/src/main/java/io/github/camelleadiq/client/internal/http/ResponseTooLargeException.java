/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.http;

/** The answer is larger than the configured maximum. */
public class ResponseTooLargeException extends UnreadableResponseException {

    private static final long serialVersionUID = 1L;

    public ResponseTooLargeException(long maximum) {
        super("the answer is larger than the maximum of " + maximum + " bytes", null);
    }
}
