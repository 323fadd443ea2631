/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactIntegerDeserializer;
import io.github.camelleadiq.model.json.Lists;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * An advanced search whose answer is a list of people.
 *
 * <p>Documented and live.
 *
 * @param companyFilter Documented and live.
 * @param companyExcludedFilter Documented and live.
 * @param contactFilter Live only.
 * @param contactExcludedFilter Live only.
 * @param previousCompanyFilter Live only.
 * @param previousPositionFilter Live only.
 * @param jobChangeFilter Live only.
 * @param skip Documented and live.
 * @param limit Page size. skip + limit must not pass 10,000. Documented and live.
 * @param sortContactsBy Documented and live.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlatSearchInput(
        CompanyFilter companyFilter,
        CompanyFilter companyExcludedFilter,
        ContactFilter contactFilter,
        ContactFilter contactExcludedFilter,
        PreviousCompanyFilter previousCompanyFilter,
        PreviousPositionFilter previousPositionFilter,
        JobChangeFilter jobChangeFilter,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer skip,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer limit,
        List<ContactSortingOption> sortContactsBy) {

    public FlatSearchInput {
        sortContactsBy = Lists.orNull(sortContactsBy);
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.companyFilter = companyFilter;
        builder.companyExcludedFilter = companyExcludedFilter;
        builder.contactFilter = contactFilter;
        builder.contactExcludedFilter = contactExcludedFilter;
        builder.previousCompanyFilter = previousCompanyFilter;
        builder.previousPositionFilter = previousPositionFilter;
        builder.jobChangeFilter = jobChangeFilter;
        builder.skip = skip;
        builder.limit = limit;
        builder.sortContactsBy = sortContactsBy;
        return builder;
    }

    /**
     * Builds a {@link FlatSearchInput}. What is not set, or set to null, is absent; each setter replaces what was
     * set before. For use by one thread.
     */
    public static final class Builder {
        private CompanyFilter companyFilter;
        private CompanyFilter companyExcludedFilter;
        private ContactFilter contactFilter;
        private ContactFilter contactExcludedFilter;
        private PreviousCompanyFilter previousCompanyFilter;
        private PreviousPositionFilter previousPositionFilter;
        private JobChangeFilter jobChangeFilter;
        private Integer skip;
        private Integer limit;
        private List<ContactSortingOption> sortContactsBy;

        private Builder() {}

        /** Documented and live. */
        public Builder companyFilter(CompanyFilter companyFilter) {
            this.companyFilter = companyFilter;
            return this;
        }

        /** Documented and live. */
        public Builder companyExcludedFilter(CompanyFilter companyExcludedFilter) {
            this.companyExcludedFilter = companyExcludedFilter;
            return this;
        }

        /** Live only. */
        public Builder contactFilter(ContactFilter contactFilter) {
            this.contactFilter = contactFilter;
            return this;
        }

        /** Live only. */
        public Builder contactExcludedFilter(ContactFilter contactExcludedFilter) {
            this.contactExcludedFilter = contactExcludedFilter;
            return this;
        }

        /** Live only. */
        public Builder previousCompanyFilter(PreviousCompanyFilter previousCompanyFilter) {
            this.previousCompanyFilter = previousCompanyFilter;
            return this;
        }

        /** Live only. */
        public Builder previousPositionFilter(PreviousPositionFilter previousPositionFilter) {
            this.previousPositionFilter = previousPositionFilter;
            return this;
        }

        /** Live only. */
        public Builder jobChangeFilter(JobChangeFilter jobChangeFilter) {
            this.jobChangeFilter = jobChangeFilter;
            return this;
        }

        /** Documented and live. */
        public Builder skip(Integer skip) {
            this.skip = skip;
            return this;
        }

        /** Page size. skip + limit must not pass 10,000. Documented and live. */
        public Builder limit(Integer limit) {
            this.limit = limit;
            return this;
        }

        /** Documented and live. */
        public Builder sortContactsBy(Collection<ContactSortingOption> sortContactsBy) {
            this.sortContactsBy = Lists.orNull(sortContactsBy);
            return this;
        }

        /** Documented and live. */
        public Builder sortContactsBy(ContactSortingOption... sortContactsBy) {
            return sortContactsBy(Arrays.asList(sortContactsBy));
        }

        public FlatSearchInput build() {
            return new FlatSearchInput(
                    companyFilter,
                    companyExcludedFilter,
                    contactFilter,
                    contactExcludedFilter,
                    previousCompanyFilter,
                    previousPositionFilter,
                    jobChangeFilter,
                    skip,
                    limit,
                    sortContactsBy);
        }
    }
}
