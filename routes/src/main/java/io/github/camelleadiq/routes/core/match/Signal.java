/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

/** What can speak for or against a candidate, and how loudly. */
public enum Signal {
    LEADIQ_ID(8),
    LINKEDIN(5),
    EMAIL(5),
    NAME(3),
    COMPANY(2),
    DOMAIN(4),
    COUNTRY(0.5),
    /** LeadIQ's own confidence. */
    LEADIQ_CONFIDENCE(1);

    private final double weight;

    Signal(double weight) {
        this.weight = weight;
    }

    /** The share that it has in the confidence, relative to the others that are known. */
    public double weight() {
        return weight;
    }
}
