/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import io.github.camelleadiq.client.internal.schema.UnsupportedInputException;

/** The request is wrong and was not sent: nothing was spent. The message names the path of what is wrong. */
public class LeadIQInvalidRequestException extends LeadIQException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /** @param path the path of what is wrong, such as {@code input.company.domain} */
    public LeadIQInvalidRequestException(String operation, String path, String problem) {
        this(operation, path, problem, null);
    }

    public LeadIQInvalidRequestException(String operation, String path, String problem, Throwable cause) {
        super(operation, path + " " + problem, "nothing was sent", cause);
        this.path = path;
    }

    /** The path of what is wrong, such as {@code input.company.domain}. */
    public String getPath() {
        return path;
    }

    /**
     * Whether the input is right and this server cannot be asked so, as its schema lacks what would say it. The same request
     * can succeed at another server, or at this one when its schema has changed.
     */
    public boolean isUnsupportedByServer() {
        return getCause() instanceof UnsupportedInputException;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return false;
    }
}
