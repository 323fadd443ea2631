/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import java.util.Optional;

/** Compares candidates of one kind with what the CRM knows. */
interface Scorer {
    Scored score(Candidate candidate);

    /** What the best candidate is, if it is neither a match nor none. */
    default Optional<MatchResult> insteadOf(Scored best) {
        return Optional.empty();
    }
}
