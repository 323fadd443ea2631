/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import java.util.List;

/**
 * A candidate and what speaks for it.
 *
 * @param candidate what LeadIQ found
 * @param confidence from 0 to 1
 * @param evidence what was compared
 */
public record Scored(Candidate candidate, double confidence, List<Evidence> evidence) {
    public Scored {
        evidence = List.copyOf(evidence);
    }
}
