/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

/** The file as a whole cannot be worked on. */
public class UnusableCsvException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableCsvException(String message) {
        super(message);
    }
}
