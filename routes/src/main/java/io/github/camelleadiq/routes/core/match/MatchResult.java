/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

/** What matching came to. Only {@link Matched} may be written. */
public sealed interface MatchResult {
    /** One candidate is good enough, and no other is near. */
    record Matched(Scored best) implements MatchResult {
        public Candidate candidate() {
            return best.candidate();
        }

        public double confidence() {
            return best.confidence();
        }

        @Override
        public String status() {
            return "Enriched";
        }
    }

    /** Two candidates are too close to choose between. */
    record Ambiguous(Scored best, Scored second) implements MatchResult {
        @Override
        public String status() {
            return "Ambiguous";
        }

        /** With what keeps the better of the two from standing out. */
        @Override
        public String reason() {
            String deciding = best.deciding();
            return status() + (deciding.isEmpty() ? "" : ": " + deciding);
        }
    }

    /** The best candidate is not good enough. */
    record TooLow(Scored best) implements MatchResult {
        @Override
        public String status() {
            return "LowConfidence";
        }

        /** With the signals that decided: {@code LowConfidence: domain contradicts}. */
        @Override
        public String reason() {
            return status() + ": " + best.deciding();
        }
    }

    /**
     * It is the person, who works elsewhere now.
     *
     * @param best the person, with a position at the new company
     * @param oldCompany the company that the CRM has
     * @param newCompany the company that LeadIQ has; null if none is known
     */
    record JobChanged(Scored best, String oldCompany, String newCompany) implements MatchResult {
        @Override
        public String status() {
            return "JobChanged";
        }

        /** Without names, which are personal data here. */
        @Override
        public String toString() {
            return "JobChanged[" + best + "]";
        }
    }

    /** LeadIQ found nothing. */
    record NotFound() implements MatchResult {
        @Override
        public String status() {
            return "NotFound";
        }
    }

    /** The word for it in stamps and logs, such as {@code Enriched} or {@code NotFound}. */
    String status();

    /** The status and, where a match was refused, the signals that decided; without values. */
    default String reason() {
        return status();
    }
}
