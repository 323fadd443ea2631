/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactJsonDeserializer;

/**
 * {@code AddTrackedCompanyInput} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param name Required. Documented and live.
 * @param domain Required. Documented and live.
 * @param customData Documented and live.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AddTrackedCompanyInput(
        String name,
        String domain,
        @JsonDeserialize(using = ExactJsonDeserializer.class)
        Object customData) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.name = name;
        builder.domain = domain;
        builder.customData = customData;
        return builder;
    }

    /**
     * Builds a {@link AddTrackedCompanyInput}. What is not set, or set to null, is absent; each setter replaces
     * what was set before. For use by one thread.
     */
    public static final class Builder {
        private String name;
        private String domain;
        private Object customData;

        private Builder() {}

        /** Required. Documented and live. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Required. Documented and live. */
        public Builder domain(String domain) {
            this.domain = domain;
            return this;
        }

        /** Documented and live. */
        public Builder customData(Object customData) {
            this.customData = customData;
            return this;
        }

        public AddTrackedCompanyInput build() {
            return new AddTrackedCompanyInput(
                    name,
                    domain,
                    customData);
        }
    }
}
