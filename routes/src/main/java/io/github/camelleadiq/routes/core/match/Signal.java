/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

/** What can speak for or against a candidate, and how loudly. */
public enum Signal {
    LEADIQ_ID(8, "LeadIQ id", true),
    LINKEDIN(5, "LinkedIn page", true),
    EMAIL(5, "email", true),
    DOMAIN(4, "domain", true),
    /** The name of the company where a person works. */
    COMPANY(2, "company name", true),
    /** The name of a company that is looked for itself. */
    NAME(3, "name", true),
    GIVEN_NAME(1.2, "given name", true),
    FAMILY_NAME(1.8, "family name", true),
    /** The generation: Sr., Jr., II, III. */
    SUFFIX(0.5, "suffix", true),
    /** People move and companies have branches: it makes a candidate more or less likely and decides nothing. */
    COUNTRY(0.5, "country", false),
    /** LeadIQ's own confidence. */
    LEADIQ_CONFIDENCE(1, "LeadIQ's confidence", false);

    private final double weight;
    private final String words;
    private final boolean decides;

    Signal(double weight, String words, boolean decides) {
        this.weight = weight;
        this.words = words;
        this.decides = decides;
    }

    /** The share that it has in the confidence, relative to the others that are known. */
    public double weight() {
        return weight;
    }

    /** Whether its contradiction is enough to refuse a candidate. */
    public boolean decides() {
        return decides;
    }

    /** A few words for people. */
    public String words() {
        return words;
    }
}
