/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactLongDeserializer;

/**
 * A span of time in epoch milliseconds, open where an end is absent.
 *
 * <p>Documented and live.
 *
 * @param start Documented and live.
 * @param end Documented and live.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DateRangeFilter(
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long start,
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long end) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.start = start;
        builder.end = end;
        return builder;
    }

    /**
     * Builds a {@link DateRangeFilter}. What is not set, or set to null, is absent; each setter replaces what was
     * set before. For use by one thread.
     */
    public static final class Builder {
        private Long start;
        private Long end;

        private Builder() {}

        /** Documented and live. */
        public Builder start(Long start) {
            this.start = start;
            return this;
        }

        /** Documented and live. */
        public Builder end(Long end) {
            this.end = end;
            return this;
        }

        public DateRangeFilter build() {
            return new DateRangeFilter(
                    start,
                    end);
        }
    }
}
