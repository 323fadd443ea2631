/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * {@code FundingInfoFilter} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param lastFundingDateRange Documented and live.
 * @param lastFundingRange Documented and live.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FundingInfoFilter(
        DateRangeFilter lastFundingDateRange,
        RangeFilter lastFundingRange) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.lastFundingDateRange = lastFundingDateRange;
        builder.lastFundingRange = lastFundingRange;
        return builder;
    }

    /**
     * Builds a {@link FundingInfoFilter}. What is not set, or set to null, is absent; each setter replaces what was
     * set before. For use by one thread.
     */
    public static final class Builder {
        private DateRangeFilter lastFundingDateRange;
        private RangeFilter lastFundingRange;

        private Builder() {}

        /** Documented and live. */
        public Builder lastFundingDateRange(DateRangeFilter lastFundingDateRange) {
            this.lastFundingDateRange = lastFundingDateRange;
            return this;
        }

        /** Documented and live. */
        public Builder lastFundingRange(RangeFilter lastFundingRange) {
            this.lastFundingRange = lastFundingRange;
            return this;
        }

        public FundingInfoFilter build() {
            return new FundingInfoFilter(
                    lastFundingDateRange,
                    lastFundingRange);
        }
    }
}
