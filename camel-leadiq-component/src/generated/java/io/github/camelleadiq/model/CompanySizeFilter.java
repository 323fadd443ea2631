/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactIntegerDeserializer;

/**
 * {@code CompanySizeFilter} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param min Documented and live.
 * @param max Documented and live.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompanySizeFilter(
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer min,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer max) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.min = min;
        builder.max = max;
        return builder;
    }

    /**
     * Builds a {@link CompanySizeFilter}. What is not set, or set to null, is absent; each setter replaces what was
     * set before. For use by one thread.
     */
    public static final class Builder {
        private Integer min;
        private Integer max;

        private Builder() {}

        /** Documented and live. */
        public Builder min(Integer min) {
            this.min = min;
            return this;
        }

        /** Documented and live. */
        public Builder max(Integer max) {
            this.max = max;
            return this;
        }

        public CompanySizeFilter build() {
            return new CompanySizeFilter(
                    min,
                    max);
        }
    }
}
