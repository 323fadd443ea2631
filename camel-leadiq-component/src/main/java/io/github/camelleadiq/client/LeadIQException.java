/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

/**
 * Something about a LeadIQ operation went wrong. One subclass for each thing that the user can do about it.
 *
 * <p>The message has the operation, what happened and a hint. It never has a key, and never a value that was sent.
 */
public abstract class LeadIQException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String hint;

    protected LeadIQException(String operation, String problem, String hint, Throwable cause) {
        super("LeadIQ " + operation + ": " + problem + (hint.isEmpty() ? "" : " (" + hint + ")"), cause);
        this.operation = operation;
        this.hint = hint;
    }

    /** The operation's name in GraphQL. */
    public String getOperation() {
        return operation;
    }

    /** What the user can do about it. */
    public String getHint() {
        return hint;
    }

    /** Whether the same request can succeed when it is sent again later. */
    public boolean isTransient() {
        return false;
    }

    /** Whether the server may have acted on the request. If not, even a mutation can be sent again. */
    public boolean mayHaveBeenProcessed() {
        return true;
    }
}
