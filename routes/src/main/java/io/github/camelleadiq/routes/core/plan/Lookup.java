/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.plan;

import java.util.Map;
import java.util.Objects;

/**
 * One question to LeadIQ.
 *
 * @param rung by what it asks
 * @param operation the component's operation: {@code searchPeople}, {@code searchCompany} or, for free,
 *     {@code searchPeoplePreview}
 * @param input the operation's input: texts, and below {@code company} a map
 */
public record Lookup(Rung rung, String operation, Map<String, Object> input) {
    public Lookup {
        Objects.requireNonNull(rung, "rung");
        Objects.requireNonNull(operation, "operation");
        input = Map.copyOf(input);
    }

    /** Without the input, which is personal data. */
    @Override
    public String toString() {
        return operation + " by " + rung;
    }
}
