/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One place. The parts that are given must all hold.
 *
 * <p>Live only.
 *
 * @param city Live only.
 * @param areaLevel1 Live only.
 * @param country Live only.
 * @param postalCode Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocationFilterInput(
        String city,
        String areaLevel1,
        String country,
        String postalCode) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.city = city;
        builder.areaLevel1 = areaLevel1;
        builder.country = country;
        builder.postalCode = postalCode;
        return builder;
    }

    /**
     * Builds a {@link LocationFilterInput}. What is not set, or set to null, is absent; each setter replaces what
     * was set before. For use by one thread.
     */
    public static final class Builder {
        private String city;
        private String areaLevel1;
        private String country;
        private String postalCode;

        private Builder() {}

        /** Live only. */
        public Builder city(String city) {
            this.city = city;
            return this;
        }

        /** Live only. */
        public Builder areaLevel1(String areaLevel1) {
            this.areaLevel1 = areaLevel1;
            return this;
        }

        /** Live only. */
        public Builder country(String country) {
            this.country = country;
            return this;
        }

        /** Live only. */
        public Builder postalCode(String postalCode) {
            this.postalCode = postalCode;
            return this;
        }

        public LocationFilterInput build() {
            return new LocationFilterInput(
                    city,
                    areaLevel1,
                    country,
                    postalCode);
        }
    }
}
