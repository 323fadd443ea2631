/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * {@code CancelCompanyTrackingTaskInput} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param id Required. Documented and live.
 * @param reason Documented and live.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CancelCompanyTrackingTaskInput(
        String id,
        String reason) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.id = id;
        builder.reason = reason;
        return builder;
    }

    /**
     * Builds a {@link CancelCompanyTrackingTaskInput}. What is not set, or set to null, is absent; each setter
     * replaces what was set before. For use by one thread.
     */
    public static final class Builder {
        private String id;
        private String reason;

        private Builder() {}

        /** Required. Documented and live. */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /** Documented and live. */
        public Builder reason(String reason) {
            this.reason = reason;
            return this;
        }

        public CancelCompanyTrackingTaskInput build() {
            return new CancelCompanyTrackingTaskInput(
                    id,
                    reason);
        }
    }
}
