/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * {@code QualityFilter} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param phone Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QualityFilter(
        PhoneQualityFilter phone) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.phone = phone;
        return builder;
    }

    /**
     * Builds a {@link QualityFilter}. What is not set, or set to null, is absent; each setter replaces what was set
     * before. For use by one thread.
     */
    public static final class Builder {
        private PhoneQualityFilter phone;

        private Builder() {}

        /** Live only. */
        public Builder phone(PhoneQualityFilter phone) {
            this.phone = phone;
            return this;
        }

        public QualityFilter build() {
            return new QualityFilter(
                    phone);
        }
    }
}
