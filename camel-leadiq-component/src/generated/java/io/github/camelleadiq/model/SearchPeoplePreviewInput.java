/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Identifiers of a person for the free preview.
 *
 * <p>Live only.
 *
 * @param linkedinUrl Live only.
 * @param email Live only.
 * @param fullName Live only.
 * @param firstName Live only.
 * @param lastName Live only.
 * @param companyName Live only.
 * @param companyDomain Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchPeoplePreviewInput(
        String linkedinUrl,
        String email,
        String fullName,
        String firstName,
        String lastName,
        String companyName,
        String companyDomain) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.linkedinUrl = linkedinUrl;
        builder.email = email;
        builder.fullName = fullName;
        builder.firstName = firstName;
        builder.lastName = lastName;
        builder.companyName = companyName;
        builder.companyDomain = companyDomain;
        return builder;
    }

    /**
     * Builds a {@link SearchPeoplePreviewInput}. What is not set, or set to null, is absent; each setter replaces
     * what was set before. For use by one thread.
     */
    public static final class Builder {
        private String linkedinUrl;
        private String email;
        private String fullName;
        private String firstName;
        private String lastName;
        private String companyName;
        private String companyDomain;

        private Builder() {}

        /** Live only. */
        public Builder linkedinUrl(String linkedinUrl) {
            this.linkedinUrl = linkedinUrl;
            return this;
        }

        /** Live only. */
        public Builder email(String email) {
            this.email = email;
            return this;
        }

        /** Live only. */
        public Builder fullName(String fullName) {
            this.fullName = fullName;
            return this;
        }

        /** Live only. */
        public Builder firstName(String firstName) {
            this.firstName = firstName;
            return this;
        }

        /** Live only. */
        public Builder lastName(String lastName) {
            this.lastName = lastName;
            return this;
        }

        /** Live only. */
        public Builder companyName(String companyName) {
            this.companyName = companyName;
            return this;
        }

        /** Live only. */
        public Builder companyDomain(String companyDomain) {
            this.companyDomain = companyDomain;
            return this;
        }

        public SearchPeoplePreviewInput build() {
            return new SearchPeoplePreviewInput(
                    linkedinUrl,
                    email,
                    fullName,
                    firstName,
                    lastName,
                    companyName,
                    companyDomain);
        }
    }
}
