/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

/** An input that is wrong in itself, or that a server cannot express. Has the path, and never the value. */
public class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    public InvalidInputException(String path, String problem) {
        super(problem);
        this.path = path;
    }

    /** Where in the request, for example {@code input.company.domain}. */
    public String getPath() {
        return path;
    }
}
