/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.people;

import java.util.Optional;

/** What the words in an identifier say about the record behind it. The rules for test data, all in one place. */
final class Traits {
    private Traits() {}

    static boolean isUnknown(String slug, String domain) {
        return slug.startsWith("nobody") || isUnknownDomain(domain);
    }

    static boolean isUnknownDomain(String domain) {
        return domain.equals("unknown.example") || domain.endsWith(".unknown.example");
    }

    /** Several candidates, unless the slug ends in the number of one of them. */
    static boolean isSeveral(String slug) {
        return slug.startsWith("several") && !Character.isDigit(slug.charAt(slug.length() - 1));
    }

    /** How many employers a person has had, where the name says it. */
    static Optional<Integer> pastCompanies(String slug) {
        return slug.contains("veteran")
                ? Optional.of(SimPerson.MOST_PAST_COMPANIES)
                : slug.contains("newcomer") ? Optional.of(0) : Optional.empty();
    }

    static boolean isMoonlighter(String slug) {
        return slug.contains("moonlighter");
    }

    static boolean optedOut(String slug) {
        return slug.contains("optedout");
    }

    static boolean isSuppressed(String slug) {
        return slug.contains("suppressed");
    }

    static boolean hasEmail(String slug) {
        return !slug.contains("noemail") && !optedOut(slug);
    }

    static boolean hasPhone(String slug) {
        return !slug.contains("nophone") && !optedOut(slug);
    }

    static boolean isInvalid(String slug) {
        return slug.contains("invalid");
    }

    static boolean isUnverified(String slug) {
        return slug.contains("unverified");
    }
}
