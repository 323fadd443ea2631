/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * {@code TrackContactInput} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param companyName Required. Live only.
 * @param companyDomain Live only.
 * @param firstName Required. Live only.
 * @param lastName Required. Live only.
 * @param title Live only.
 * @param email Live only.
 * @param personalLinkedInUrl Live only.
 * @param externalRecordId Live only.
 * @param referenceId Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrackContactInput(
        String companyName,
        String companyDomain,
        String firstName,
        String lastName,
        String title,
        String email,
        String personalLinkedInUrl,
        String externalRecordId,
        String referenceId) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.companyName = companyName;
        builder.companyDomain = companyDomain;
        builder.firstName = firstName;
        builder.lastName = lastName;
        builder.title = title;
        builder.email = email;
        builder.personalLinkedInUrl = personalLinkedInUrl;
        builder.externalRecordId = externalRecordId;
        builder.referenceId = referenceId;
        return builder;
    }

    /**
     * Builds a {@link TrackContactInput}. What is not set, or set to null, is absent; each setter replaces what was
     * set before. For use by one thread.
     */
    public static final class Builder {
        private String companyName;
        private String companyDomain;
        private String firstName;
        private String lastName;
        private String title;
        private String email;
        private String personalLinkedInUrl;
        private String externalRecordId;
        private String referenceId;

        private Builder() {}

        /** Required. Live only. */
        public Builder companyName(String companyName) {
            this.companyName = companyName;
            return this;
        }

        /** Live only. */
        public Builder companyDomain(String companyDomain) {
            this.companyDomain = companyDomain;
            return this;
        }

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
        public Builder title(String title) {
            this.title = title;
            return this;
        }

        /** Live only. */
        public Builder email(String email) {
            this.email = email;
            return this;
        }

        /** Live only. */
        public Builder personalLinkedInUrl(String personalLinkedInUrl) {
            this.personalLinkedInUrl = personalLinkedInUrl;
            return this;
        }

        /** Live only. */
        public Builder externalRecordId(String externalRecordId) {
            this.externalRecordId = externalRecordId;
            return this;
        }

        /** Live only. */
        public Builder referenceId(String referenceId) {
            this.referenceId = referenceId;
            return this;
        }

        public TrackContactInput build() {
            return new TrackContactInput(
                    companyName,
                    companyDomain,
                    firstName,
                    lastName,
                    title,
                    email,
                    personalLinkedInUrl,
                    externalRecordId,
                    referenceId);
        }
    }
}
