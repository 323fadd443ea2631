/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import java.util.Objects;

/**
 * One thing that speaks for or against a candidate.
 *
 * @param signal what was compared
 * @param score from 0 (against) to 1 (for)
 */
public record Evidence(Signal signal, double score) {
    public Evidence {
        Objects.requireNonNull(signal, "signal");
    }
}
