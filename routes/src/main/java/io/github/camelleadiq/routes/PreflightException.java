/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.VetoCamelContextStartException;

/**
 * Something has to be put right before enrichment can start. The message has a line for each problem, which says what is
 * wrong and what to do; no keys, no values of records.
 */
public final class PreflightException extends VetoCamelContextStartException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    PreflightException(List<String> problems, CamelContext context) {
        super(String.join(System.lineSeparator(), problems), context);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong and what to do, a line for each. */
    public List<String> problems() {
        return problems;
    }
}
