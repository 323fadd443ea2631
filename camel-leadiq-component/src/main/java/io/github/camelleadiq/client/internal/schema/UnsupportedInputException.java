/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

/** An input that is right in itself, and that this server has no words for. */
public final class UnsupportedInputException extends InvalidInputException {

    private static final long serialVersionUID = 1L;

    public UnsupportedInputException(String path, String problem) {
        super(path, problem);
    }
}
