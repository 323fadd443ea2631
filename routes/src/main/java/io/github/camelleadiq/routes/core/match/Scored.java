/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import io.github.camelleadiq.routes.core.text.Agreement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A candidate and what speaks for it.
 *
 * @param candidate what LeadIQ found
 * @param confidence from 0 to 1
 * @param evidence what was compared, each signal once
 */
public record Scored(Candidate candidate, double confidence, List<Evidence> evidence) {
    public Scored {
        evidence = List.copyOf(evidence);
    }

    /** Whether a signal that decides speaks against the candidate: then it is refused, however high the confidence. */
    public boolean isContradicted() {
        return evidence.stream().anyMatch(Scored::refuses);
    }

    /** The signals that keep the confidence down, without values: {@code domain contradicts, given name is missing}. */
    public String deciding() {
        boolean contradicted = isContradicted();
        return evidence.stream()
                .filter(item -> contradicted ? refuses(item) : isWanting(item))
                .map(Evidence::toString)
                .collect(Collectors.joining(", "));
    }

    private static boolean refuses(Evidence item) {
        return item.signal().decides() && item.agreement() == Agreement.CONTRADICTS;
    }

    private static boolean isWanting(Evidence item) {
        return item.agreement() != Agreement.AGREES && item.signal() != Signal.SUFFIX;
    }
}
