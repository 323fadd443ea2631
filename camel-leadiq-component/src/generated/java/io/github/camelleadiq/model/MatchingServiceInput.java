/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * {@code MatchingServiceInput} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param email Required. Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MatchingServiceInput(
        String email) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.email = email;
        return builder;
    }

    /**
     * Builds a {@link MatchingServiceInput}. What is not set, or set to null, is absent; each setter replaces what
     * was set before. For use by one thread.
     */
    public static final class Builder {
        private String email;

        private Builder() {}

        /** Required. Live only. */
        public Builder email(String email) {
            this.email = email;
            return this;
        }

        public MatchingServiceInput build() {
            return new MatchingServiceInput(
                    email);
        }
    }
}
