/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The employer that narrows a search for people.
 *
 * <p>Documented and live.
 *
 * @param companyId Documented and live.
 * @param name Documented and live.
 * @param domain Documented and live.
 * @param emailDomain Documented and live.
 * @param linkedinId Documented and live.
 * @param country Documented and live.
 * @param searchInPastCompanies Also match people who used to work there. Default false. Documented and
 *     live.
 * @param strict Find nothing rather than ignore company details that match no known company. Default false.
 *     Documented and live.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompanyDetails(
        String companyId,
        String name,
        String domain,
        String emailDomain,
        String linkedinId,
        String country,
        Boolean searchInPastCompanies,
        Boolean strict) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.companyId = companyId;
        builder.name = name;
        builder.domain = domain;
        builder.emailDomain = emailDomain;
        builder.linkedinId = linkedinId;
        builder.country = country;
        builder.searchInPastCompanies = searchInPastCompanies;
        builder.strict = strict;
        return builder;
    }

    /**
     * Builds a {@link CompanyDetails}. What is not set, or set to null, is absent; each setter replaces what was
     * set before. For use by one thread.
     */
    public static final class Builder {
        private String companyId;
        private String name;
        private String domain;
        private String emailDomain;
        private String linkedinId;
        private String country;
        private Boolean searchInPastCompanies;
        private Boolean strict;

        private Builder() {}

        /** Documented and live. */
        public Builder companyId(String companyId) {
            this.companyId = companyId;
            return this;
        }

        /** Documented and live. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Documented and live. */
        public Builder domain(String domain) {
            this.domain = domain;
            return this;
        }

        /** Documented and live. */
        public Builder emailDomain(String emailDomain) {
            this.emailDomain = emailDomain;
            return this;
        }

        /** Documented and live. */
        public Builder linkedinId(String linkedinId) {
            this.linkedinId = linkedinId;
            return this;
        }

        /** Documented and live. */
        public Builder country(String country) {
            this.country = country;
            return this;
        }

        /** Also match people who used to work there. Default false. Documented and live. */
        public Builder searchInPastCompanies(Boolean searchInPastCompanies) {
            this.searchInPastCompanies = searchInPastCompanies;
            return this;
        }

        /**
         * Find nothing rather than ignore company details that match no known company. Default false. Documented and
         * live.
         */
        public Builder strict(Boolean strict) {
            this.strict = strict;
            return this;
        }

        public CompanyDetails build() {
            return new CompanyDetails(
                    companyId,
                    name,
                    domain,
                    emailDomain,
                    linkedinId,
                    country,
                    searchInPastCompanies,
                    strict);
        }
    }
}
