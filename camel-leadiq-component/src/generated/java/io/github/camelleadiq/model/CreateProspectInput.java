/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * {@code CreateProspectInput} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param firstName Required. Live only.
 * @param lastName Required. Live only.
 * @param workEmail Live only.
 * @param emailStatus Live only.
 * @param phone Live only.
 * @param personId Live only.
 * @param title Live only.
 * @param seniority Live only.
 * @param function Live only.
 * @param company Live only.
 * @param companyDomain Live only.
 * @param companyIndustry Live only.
 * @param linkedinUrl Live only.
 * @param location Live only.
 * @param notes Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateProspectInput(
        String firstName,
        String lastName,
        String workEmail,
        String emailStatus,
        String phone,
        String personId,
        String title,
        String seniority,
        String function,
        String company,
        String companyDomain,
        String companyIndustry,
        String linkedinUrl,
        LocationInput location,
        String notes) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.firstName = firstName;
        builder.lastName = lastName;
        builder.workEmail = workEmail;
        builder.emailStatus = emailStatus;
        builder.phone = phone;
        builder.personId = personId;
        builder.title = title;
        builder.seniority = seniority;
        builder.function = function;
        builder.company = company;
        builder.companyDomain = companyDomain;
        builder.companyIndustry = companyIndustry;
        builder.linkedinUrl = linkedinUrl;
        builder.location = location;
        builder.notes = notes;
        return builder;
    }

    /**
     * Builds a {@link CreateProspectInput}. What is not set, or set to null, is absent; each setter replaces what
     * was set before. For use by one thread.
     */
    public static final class Builder {
        private String firstName;
        private String lastName;
        private String workEmail;
        private String emailStatus;
        private String phone;
        private String personId;
        private String title;
        private String seniority;
        private String function;
        private String company;
        private String companyDomain;
        private String companyIndustry;
        private String linkedinUrl;
        private LocationInput location;
        private String notes;

        private Builder() {}

        /** Required. Live only. */
        public Builder firstName(String firstName) {
            this.firstName = firstName;
            return this;
        }

        /** Required. Live only. */
        public Builder lastName(String lastName) {
            this.lastName = lastName;
            return this;
        }

        /** Live only. */
        public Builder workEmail(String workEmail) {
            this.workEmail = workEmail;
            return this;
        }

        /** Live only. */
        public Builder emailStatus(String emailStatus) {
            this.emailStatus = emailStatus;
            return this;
        }

        /** Live only. */
        public Builder phone(String phone) {
            this.phone = phone;
            return this;
        }

        /** Live only. */
        public Builder personId(String personId) {
            this.personId = personId;
            return this;
        }

        /** Live only. */
        public Builder title(String title) {
            this.title = title;
            return this;
        }

        /** Live only. */
        public Builder seniority(String seniority) {
            this.seniority = seniority;
            return this;
        }

        /** Live only. */
        public Builder function(String function) {
            this.function = function;
            return this;
        }

        /** Live only. */
        public Builder company(String company) {
            this.company = company;
            return this;
        }

        /** Live only. */
        public Builder companyDomain(String companyDomain) {
            this.companyDomain = companyDomain;
            return this;
        }

        /** Live only. */
        public Builder companyIndustry(String companyIndustry) {
            this.companyIndustry = companyIndustry;
            return this;
        }

        /** Live only. */
        public Builder linkedinUrl(String linkedinUrl) {
            this.linkedinUrl = linkedinUrl;
            return this;
        }

        /** Live only. */
        public Builder location(LocationInput location) {
            this.location = location;
            return this;
        }

        /** Live only. */
        public Builder notes(String notes) {
            this.notes = notes;
            return this;
        }

        public CreateProspectInput build() {
            return new CreateProspectInput(
                    firstName,
                    lastName,
                    workEmail,
                    emailStatus,
                    phone,
                    personId,
                    title,
                    seniority,
                    function,
                    company,
                    companyDomain,
                    companyIndustry,
                    linkedinUrl,
                    location,
                    notes);
        }
    }
}
