/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import io.github.camelleadiq.routes.core.text.Agreement;
import java.util.Locale;
import java.util.Objects;

/**
 * What one signal says of a candidate.
 *
 * @param signal what was compared
 * @param agreement what came out
 * @param score from 0 (against) to 1 (for); 0 where nothing could be compared
 * @param isIndependent false where it follows from another signal, such as the domain of the email by which a person was found:
 *     one fact counts once
 */
public record Evidence(Signal signal, Agreement agreement, double score, boolean isIndependent) {
    public Evidence {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(agreement, "agreement");
    }

    static Evidence of(Signal signal, Agreement agreement) {
        double score = agreement == Agreement.AGREES ? 1 : agreement == Agreement.SIMILAR ? 0.8 : 0;
        return new Evidence(signal, agreement, score, true);
    }

    /** Whether there was anything to compare. */
    boolean isKnown() {
        return agreement != Agreement.MISSING && agreement != Agreement.NOT_COMPARABLE;
    }

    /** In words, without values: {@code domain contradicts}. */
    @Override
    public String toString() {
        String verb = agreement == Agreement.SIMILAR
                ? "is only similar"
                : agreement.name().toLowerCase(Locale.ROOT);
        String text = agreement == Agreement.MISSING
                ? "is missing"
                : agreement == Agreement.NOT_COMPARABLE ? "is not comparable" : verb;
        return signal.words() + " " + text;
    }
}
