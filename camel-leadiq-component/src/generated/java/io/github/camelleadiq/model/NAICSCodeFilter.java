/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * {@code NAICSCodeFilter} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param code Documented and live.
 * @param description Documented and live.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NAICSCodeFilter(
        String code,
        String description) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.code = code;
        builder.description = description;
        return builder;
    }

    /**
     * Builds a {@link NAICSCodeFilter}. What is not set, or set to null, is absent; each setter replaces what was
     * set before. For use by one thread.
     */
    public static final class Builder {
        private String code;
        private String description;

        private Builder() {}

        /** Documented and live. */
        public Builder code(String code) {
            this.code = code;
            return this;
        }

        /** Documented and live. */
        public Builder description(String description) {
            this.description = description;
            return this;
        }

        public NAICSCodeFilter build() {
            return new NAICSCodeFilter(
                    code,
                    description);
        }
    }
}
