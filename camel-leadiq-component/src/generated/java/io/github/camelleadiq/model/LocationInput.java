/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * {@code LocationInput} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param streetLine1 Live only.
 * @param streetLine2 Live only.
 * @param city Live only.
 * @param state Live only.
 * @param zip Live only.
 * @param country Live only.
 * @param formatted Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocationInput(
        String streetLine1,
        String streetLine2,
        String city,
        String state,
        String zip,
        String country,
        String formatted) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.streetLine1 = streetLine1;
        builder.streetLine2 = streetLine2;
        builder.city = city;
        builder.state = state;
        builder.zip = zip;
        builder.country = country;
        builder.formatted = formatted;
        return builder;
    }

    /**
     * Builds a {@link LocationInput}. What is not set, or set to null, is absent; each setter replaces what was set
     * before. For use by one thread.
     */
    public static final class Builder {
        private String streetLine1;
        private String streetLine2;
        private String city;
        private String state;
        private String zip;
        private String country;
        private String formatted;

        private Builder() {}

        /** Live only. */
        public Builder streetLine1(String streetLine1) {
            this.streetLine1 = streetLine1;
            return this;
        }

        /** Live only. */
        public Builder streetLine2(String streetLine2) {
            this.streetLine2 = streetLine2;
            return this;
        }

        /** Live only. */
        public Builder city(String city) {
            this.city = city;
            return this;
        }

        /** Live only. */
        public Builder state(String state) {
            this.state = state;
            return this;
        }

        /** Live only. */
        public Builder zip(String zip) {
            this.zip = zip;
            return this;
        }

        /** Live only. */
        public Builder country(String country) {
            this.country = country;
            return this;
        }

        /** Live only. */
        public Builder formatted(String formatted) {
            this.formatted = formatted;
            return this;
        }

        public LocationInput build() {
            return new LocationInput(
                    streetLine1,
                    streetLine2,
                    city,
                    state,
                    zip,
                    country,
                    formatted);
        }
    }
}
