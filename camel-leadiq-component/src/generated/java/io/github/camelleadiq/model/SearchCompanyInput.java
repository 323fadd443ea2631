/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Identifiers of one company, any of them.
 *
 * <p>Documented and live.
 *
 * @param id Documented and live. Also read from {@code source} (documented only).
 * @param name Documented and live.
 * @param domain Documented and live.
 * @param linkedinId Documented and live.
 * @param linkedinUrl Documented and live.
 * @param sfdcExtraDetails Live only.
 * @param strict Find nothing rather than ignore details that match no known company. Default false.
 *     Documented and live.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchCompanyInput(
        String id,
        String name,
        String domain,
        String linkedinId,
        String linkedinUrl,
        SfdcExtraDetails sfdcExtraDetails,
        Boolean strict) {

    /** Reads each property under each of its names; a null under one name does not hide a value under another. */
    @JsonCreator
    static SearchCompanyInput fromJson(
            @JsonProperty("id") String id,
            @JsonProperty("source") String source,
            @JsonProperty("name") String name,
            @JsonProperty("domain") String domain,
            @JsonProperty("linkedinId") String linkedinId,
            @JsonProperty("linkedinUrl") String linkedinUrl,
            @JsonProperty("sfdcExtraDetails") SfdcExtraDetails sfdcExtraDetails,
            @JsonProperty("strict") Boolean strict) {
        return new SearchCompanyInput(
                id != null ? id : source,
                name,
                domain,
                linkedinId,
                linkedinUrl,
                sfdcExtraDetails,
                strict);
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.id = id;
        builder.name = name;
        builder.domain = domain;
        builder.linkedinId = linkedinId;
        builder.linkedinUrl = linkedinUrl;
        builder.sfdcExtraDetails = sfdcExtraDetails;
        builder.strict = strict;
        return builder;
    }

    /**
     * Builds a {@link SearchCompanyInput}. What is not set, or set to null, is absent; each setter replaces what
     * was set before. For use by one thread.
     */
    public static final class Builder {
        private String id;
        private String name;
        private String domain;
        private String linkedinId;
        private String linkedinUrl;
        private SfdcExtraDetails sfdcExtraDetails;
        private Boolean strict;

        private Builder() {}

        /** Documented and live. Also read from {@code source} (documented only). */
        public Builder id(String id) {
            this.id = id;
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
        public Builder linkedinId(String linkedinId) {
            this.linkedinId = linkedinId;
            return this;
        }

        /** Documented and live. */
        public Builder linkedinUrl(String linkedinUrl) {
            this.linkedinUrl = linkedinUrl;
            return this;
        }

        /** Live only. */
        public Builder sfdcExtraDetails(SfdcExtraDetails sfdcExtraDetails) {
            this.sfdcExtraDetails = sfdcExtraDetails;
            return this;
        }

        /**
         * Find nothing rather than ignore details that match no known company. Default false. Documented and live.
         */
        public Builder strict(Boolean strict) {
            this.strict = strict;
            return this;
        }

        public SearchCompanyInput build() {
            return new SearchCompanyInput(
                    id,
                    name,
                    domain,
                    linkedinId,
                    linkedinUrl,
                    sfdcExtraDetails,
                    strict);
        }
    }
}
