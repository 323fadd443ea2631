/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.util.Set;

/** What a record is recognised by, and which of it LeadIQ can be asked for. */
public enum Identifier implements Named {
    /** LeadIQ's own id, stored by an earlier enrichment. */
    LEADIQ_ID("leadiqId"),
    /** The link to the LinkedIn page of the person or company. */
    LINKEDIN_URL("linkedinUrl"),
    /** An email address of the person. */
    EMAIL("email"),
    /** Given name. */
    FIRST_NAME("firstName"),
    /** Family name. */
    LAST_NAME("lastName"),
    /** The whole name, where the parts are not known. */
    FULL_NAME("fullName"),
    /** The name of the company, or of the one where the person works. */
    COMPANY_NAME("companyName"),
    /** Domain or website of that company. */
    DOMAIN("domain"),
    /** Name or two-letter code of the country; compared, never searched by. */
    COUNTRY("country");

    private static final Set<Set<Identifier>> OF_PEOPLE = Set.of(
            Set.of(LEADIQ_ID),
            Set.of(LINKEDIN_URL),
            Set.of(EMAIL),
            Set.of(FIRST_NAME, LAST_NAME, DOMAIN),
            Set.of(FIRST_NAME, LAST_NAME, COMPANY_NAME),
            Set.of(FULL_NAME, DOMAIN),
            Set.of(FULL_NAME, COMPANY_NAME));
    private static final Set<Set<Identifier>> OF_COMPANIES =
            Set.of(Set.of(LEADIQ_ID), Set.of(LINKEDIN_URL), Set.of(COMPANY_NAME), Set.of(DOMAIN));

    private final String profileName;

    Identifier(String profileName) {
        this.profileName = profileName;
    }

    /** Whether records of this kind can be looked up by these, or by some of them. */
    static boolean identify(Kind kind, Set<Identifier> known) {
        return (kind == Kind.PERSON ? OF_PEOPLE : OF_COMPANIES).stream().anyMatch(known::containsAll);
    }

    @Override
    public String profileName() {
        return profileName;
    }
}
