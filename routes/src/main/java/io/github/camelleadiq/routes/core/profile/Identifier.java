/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

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

    private final String profileName;

    Identifier(String profileName) {
        this.profileName = profileName;
    }

    @Override
    public String profileName() {
        return profileName;
    }
}
