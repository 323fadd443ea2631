/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import java.util.regex.Pattern;

/**
 * Something about a LeadIQ operation went wrong. One subclass for each thing that the user can do about it.
 *
 * <p>The message is one line with the operation, what happened and a hint. It never has a key, and never a value that was sent.
 */
public abstract class LeadIQException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Control characters, separators of lines, and the signs that turn the rest of a line around. */
    private static final Pattern MOVES =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

    private final String operation;
    private final String hint;

    protected LeadIQException(String operation, String problem, String hint, Throwable cause) {
        super(line("LeadIQ " + operation + ": " + problem + (hint.isEmpty() ? "" : " (" + hint + ")")), cause);
        this.operation = operation;
        this.hint = hint;
    }

    /** A part of it can be what a server says, which must not look like lines of a log of its own. */
    private static String line(String message) {
        return MOVES.matcher(message).replaceAll(" ");
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
