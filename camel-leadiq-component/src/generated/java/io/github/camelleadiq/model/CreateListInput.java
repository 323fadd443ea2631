/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * {@code CreateListInput} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param name Required. Live only.
 * @param description Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateListInput(
        String name,
        String description) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.name = name;
        builder.description = description;
        return builder;
    }

    /**
     * Builds a {@link CreateListInput}. What is not set, or set to null, is absent; each setter replaces what was
     * set before. For use by one thread.
     */
    public static final class Builder {
        private String name;
        private String description;

        private Builder() {}

        /** Required. Live only. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Live only. */
        public Builder description(String description) {
            this.description = description;
            return this;
        }

        public CreateListInput build() {
            return new CreateListInput(
                    name,
                    description);
        }
    }
}
