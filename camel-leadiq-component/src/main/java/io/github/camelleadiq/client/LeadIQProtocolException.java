/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/** The answer is not what a GraphQL server sends: no JSON, cut off, empty, too large, or of another shape. */
public class LeadIQProtocolException extends LeadIQException {

    private static final long serialVersionUID = 1L;

    public LeadIQProtocolException(String operation, String problem, Throwable cause) {
        super(
                operation,
                problem,
                "check that url is the GraphQL endpoint and that no proxy answers in its place",
                cause);
    }
}
