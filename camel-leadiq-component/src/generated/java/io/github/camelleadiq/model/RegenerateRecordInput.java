/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The person to research again: exactly one of the two identifiers.
 *
 * <p>Documented and live.
 *
 * @param personId Documented and live.
 * @param linkedinUrl Documented and live.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegenerateRecordInput(
        String personId,
        String linkedinUrl) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.personId = personId;
        builder.linkedinUrl = linkedinUrl;
        return builder;
    }

    /**
     * Builds a {@link RegenerateRecordInput}. What is not set, or set to null, is absent; each setter replaces what
     * was set before. For use by one thread.
     */
    public static final class Builder {
        private String personId;
        private String linkedinUrl;

        private Builder() {}

        /** Documented and live. */
        public Builder personId(String personId) {
            this.personId = personId;
            return this;
        }

        /** Documented and live. */
        public Builder linkedinUrl(String linkedinUrl) {
            this.linkedinUrl = linkedinUrl;
            return this;
        }

        public RegenerateRecordInput build() {
            return new RegenerateRecordInput(
                    personId,
                    linkedinUrl);
        }
    }
}
