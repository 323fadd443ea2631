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
 * An advanced search whose answer is a list of companies with people in each.
 *
 * <p>Documented and live.
 *
 * @param companyFilter Documented and live.
 * @param companyExcludedFilter Documented and live.
 * @param contactFilter Live only.
 * @param contactExcludedFilter Live only.
 * @param skip Documented and live.
 * @param limit Page size in companies. skip + limit must not pass 10,000. Documented and live.
 * @param limitPerCompany Documented and live.
 * @param sortCompaniesBy Documented and live.
 * @param sortContactsBy Documented and live.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupedSearchInput(
        CompanyFilter companyFilter,
        CompanyFilter companyExcludedFilter,
        ContactFilter contactFilter,
        ContactFilter contactExcludedFilter,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer skip,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer limit,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer limitPerCompany,
        List<CompanySortingOption> sortCompaniesBy,
        List<ContactSortingOption> sortContactsBy) {

    public GroupedSearchInput {
        sortCompaniesBy = Lists.orNull(sortCompaniesBy);
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
        builder.skip = skip;
        builder.limit = limit;
        builder.limitPerCompany = limitPerCompany;
        builder.sortCompaniesBy = sortCompaniesBy;
        builder.sortContactsBy = sortContactsBy;
        return builder;
    }

    /**
     * Builds a {@link GroupedSearchInput}. What is not set, or set to null, is absent; each setter replaces what
     * was set before. For use by one thread.
     */
    public static final class Builder {
        private CompanyFilter companyFilter;
        private CompanyFilter companyExcludedFilter;
        private ContactFilter contactFilter;
        private ContactFilter contactExcludedFilter;
        private Integer skip;
        private Integer limit;
        private Integer limitPerCompany;
        private List<CompanySortingOption> sortCompaniesBy;
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

        /** Documented and live. */
        public Builder skip(Integer skip) {
            this.skip = skip;
            return this;
        }

        /** Page size in companies. skip + limit must not pass 10,000. Documented and live. */
        public Builder limit(Integer limit) {
            this.limit = limit;
            return this;
        }

        /** Documented and live. */
        public Builder limitPerCompany(Integer limitPerCompany) {
            this.limitPerCompany = limitPerCompany;
            return this;
        }

        /** Documented and live. */
        public Builder sortCompaniesBy(Collection<CompanySortingOption> sortCompaniesBy) {
            this.sortCompaniesBy = Lists.orNull(sortCompaniesBy);
            return this;
        }

        /** Documented and live. */
        public Builder sortCompaniesBy(CompanySortingOption... sortCompaniesBy) {
            return sortCompaniesBy(Arrays.asList(sortCompaniesBy));
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

        public GroupedSearchInput build() {
            return new GroupedSearchInput(
                    companyFilter,
                    companyExcludedFilter,
                    contactFilter,
                    contactExcludedFilter,
                    skip,
                    limit,
                    limitPerCompany,
                    sortCompaniesBy,
                    sortContactsBy);
        }
    }
}
