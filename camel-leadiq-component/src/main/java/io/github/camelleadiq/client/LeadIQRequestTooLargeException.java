/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/** The server refuses the request because of its size. Ask for less in one request. */
public class LeadIQRequestTooLargeException extends LeadIQException {

    private static final long serialVersionUID = 1L;

    public LeadIQRequestTooLargeException(String operation, String problem) {
        super(operation, problem, "lower batchSize, or send fewer items in one input", null);
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return false;
    }
}
