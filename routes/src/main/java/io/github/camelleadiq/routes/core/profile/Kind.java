/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

/** What the records of a CRM object are to LeadIQ. */
public enum Kind implements Named {
    /** Looked up by {@code searchPeople}. */
    PERSON("person"),
    /** Looked up by {@code searchCompany}. */
    COMPANY("company");

    private final String profileName;

    Kind(String profileName) {
        this.profileName = profileName;
    }

    @Override
    public String profileName() {
        return profileName;
    }
}
