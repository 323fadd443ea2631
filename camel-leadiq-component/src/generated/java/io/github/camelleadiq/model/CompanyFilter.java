/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.camelleadiq.model.json.Lists;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Criteria on companies for the advanced searches. Lists are alternatives; different criteria must all hold.
 *
 * <p>Documented and live.
 *
 * @param ids Documented and live.
 * @param names Documented and live.
 * @param domains Documented and live.
 * @param linkedinIds Documented and live.
 * @param industries Documented and live.
 * @param sizes Documented and live.
 * @param locations Live only.
 * @param technologies Documented and live.
 * @param technologyCategories Documented and live.
 * @param revenueRanges Documented and live.
 * @param fundingInfoFilters Documented and live.
 * @param naicsCodeFilters Documented and live.
 * @param sicCodeFilters Live only.
 * @param cities Documented only.
 * @param states Documented only.
 * @param postalCodes Documented only.
 * @param countries Documented only.
 * @param descriptions Documented only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompanyFilter(
        List<String> ids,
        List<String> names,
        List<String> domains,
        List<String> linkedinIds,
        List<String> industries,
        List<CompanySizeFilter> sizes,
        List<LocationFilterInput> locations,
        List<String> technologies,
        List<String> technologyCategories,
        List<RangeFilter> revenueRanges,
        List<FundingInfoFilter> fundingInfoFilters,
        List<NAICSCodeFilter> naicsCodeFilters,
        List<SICCodeFilter> sicCodeFilters,
        List<String> cities,
        List<String> states,
        List<String> postalCodes,
        List<String> countries,
        List<String> descriptions) {

    public CompanyFilter {
        ids = Lists.orNull(ids);
        names = Lists.orNull(names);
        domains = Lists.orNull(domains);
        linkedinIds = Lists.orNull(linkedinIds);
        industries = Lists.orNull(industries);
        sizes = Lists.orNull(sizes);
        locations = Lists.orNull(locations);
        technologies = Lists.orNull(technologies);
        technologyCategories = Lists.orNull(technologyCategories);
        revenueRanges = Lists.orNull(revenueRanges);
        fundingInfoFilters = Lists.orNull(fundingInfoFilters);
        naicsCodeFilters = Lists.orNull(naicsCodeFilters);
        sicCodeFilters = Lists.orNull(sicCodeFilters);
        cities = Lists.orNull(cities);
        states = Lists.orNull(states);
        postalCodes = Lists.orNull(postalCodes);
        countries = Lists.orNull(countries);
        descriptions = Lists.orNull(descriptions);
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.ids = ids;
        builder.names = names;
        builder.domains = domains;
        builder.linkedinIds = linkedinIds;
        builder.industries = industries;
        builder.sizes = sizes;
        builder.locations = locations;
        builder.technologies = technologies;
        builder.technologyCategories = technologyCategories;
        builder.revenueRanges = revenueRanges;
        builder.fundingInfoFilters = fundingInfoFilters;
        builder.naicsCodeFilters = naicsCodeFilters;
        builder.sicCodeFilters = sicCodeFilters;
        builder.cities = cities;
        builder.states = states;
        builder.postalCodes = postalCodes;
        builder.countries = countries;
        builder.descriptions = descriptions;
        return builder;
    }

    /**
     * Builds a {@link CompanyFilter}. What is not set, or set to null, is absent; each setter replaces what was set
     * before. For use by one thread.
     */
    public static final class Builder {
        private List<String> ids;
        private List<String> names;
        private List<String> domains;
        private List<String> linkedinIds;
        private List<String> industries;
        private List<CompanySizeFilter> sizes;
        private List<LocationFilterInput> locations;
        private List<String> technologies;
        private List<String> technologyCategories;
        private List<RangeFilter> revenueRanges;
        private List<FundingInfoFilter> fundingInfoFilters;
        private List<NAICSCodeFilter> naicsCodeFilters;
        private List<SICCodeFilter> sicCodeFilters;
        private List<String> cities;
        private List<String> states;
        private List<String> postalCodes;
        private List<String> countries;
        private List<String> descriptions;

        private Builder() {}

        /** Documented and live. */
        public Builder ids(Collection<String> ids) {
            this.ids = Lists.orNull(ids);
            return this;
        }

        /** Documented and live. */
        public Builder ids(String... ids) {
            return ids(Arrays.asList(ids));
        }

        /** Documented and live. */
        public Builder names(Collection<String> names) {
            this.names = Lists.orNull(names);
            return this;
        }

        /** Documented and live. */
        public Builder names(String... names) {
            return names(Arrays.asList(names));
        }

        /** Documented and live. */
        public Builder domains(Collection<String> domains) {
            this.domains = Lists.orNull(domains);
            return this;
        }

        /** Documented and live. */
        public Builder domains(String... domains) {
            return domains(Arrays.asList(domains));
        }

        /** Documented and live. */
        public Builder linkedinIds(Collection<String> linkedinIds) {
            this.linkedinIds = Lists.orNull(linkedinIds);
            return this;
        }

        /** Documented and live. */
        public Builder linkedinIds(String... linkedinIds) {
            return linkedinIds(Arrays.asList(linkedinIds));
        }

        /** Documented and live. */
        public Builder industries(Collection<String> industries) {
            this.industries = Lists.orNull(industries);
            return this;
        }

        /** Documented and live. */
        public Builder industries(String... industries) {
            return industries(Arrays.asList(industries));
        }

        /** Documented and live. */
        public Builder sizes(Collection<CompanySizeFilter> sizes) {
            this.sizes = Lists.orNull(sizes);
            return this;
        }

        /** Documented and live. */
        public Builder sizes(CompanySizeFilter... sizes) {
            return sizes(Arrays.asList(sizes));
        }

        /** Live only. */
        public Builder locations(Collection<LocationFilterInput> locations) {
            this.locations = Lists.orNull(locations);
            return this;
        }

        /** Live only. */
        public Builder locations(LocationFilterInput... locations) {
            return locations(Arrays.asList(locations));
        }

        /** Documented and live. */
        public Builder technologies(Collection<String> technologies) {
            this.technologies = Lists.orNull(technologies);
            return this;
        }

        /** Documented and live. */
        public Builder technologies(String... technologies) {
            return technologies(Arrays.asList(technologies));
        }

        /** Documented and live. */
        public Builder technologyCategories(Collection<String> technologyCategories) {
            this.technologyCategories = Lists.orNull(technologyCategories);
            return this;
        }

        /** Documented and live. */
        public Builder technologyCategories(String... technologyCategories) {
            return technologyCategories(Arrays.asList(technologyCategories));
        }

        /** Documented and live. */
        public Builder revenueRanges(Collection<RangeFilter> revenueRanges) {
            this.revenueRanges = Lists.orNull(revenueRanges);
            return this;
        }

        /** Documented and live. */
        public Builder revenueRanges(RangeFilter... revenueRanges) {
            return revenueRanges(Arrays.asList(revenueRanges));
        }

        /** Documented and live. */
        public Builder fundingInfoFilters(Collection<FundingInfoFilter> fundingInfoFilters) {
            this.fundingInfoFilters = Lists.orNull(fundingInfoFilters);
            return this;
        }

        /** Documented and live. */
        public Builder fundingInfoFilters(FundingInfoFilter... fundingInfoFilters) {
            return fundingInfoFilters(Arrays.asList(fundingInfoFilters));
        }

        /** Documented and live. */
        public Builder naicsCodeFilters(Collection<NAICSCodeFilter> naicsCodeFilters) {
            this.naicsCodeFilters = Lists.orNull(naicsCodeFilters);
            return this;
        }

        /** Documented and live. */
        public Builder naicsCodeFilters(NAICSCodeFilter... naicsCodeFilters) {
            return naicsCodeFilters(Arrays.asList(naicsCodeFilters));
        }

        /** Live only. */
        public Builder sicCodeFilters(Collection<SICCodeFilter> sicCodeFilters) {
            this.sicCodeFilters = Lists.orNull(sicCodeFilters);
            return this;
        }

        /** Live only. */
        public Builder sicCodeFilters(SICCodeFilter... sicCodeFilters) {
            return sicCodeFilters(Arrays.asList(sicCodeFilters));
        }

        /** Documented only. */
        public Builder cities(Collection<String> cities) {
            this.cities = Lists.orNull(cities);
            return this;
        }

        /** Documented only. */
        public Builder cities(String... cities) {
            return cities(Arrays.asList(cities));
        }

        /** Documented only. */
        public Builder states(Collection<String> states) {
            this.states = Lists.orNull(states);
            return this;
        }

        /** Documented only. */
        public Builder states(String... states) {
            return states(Arrays.asList(states));
        }

        /** Documented only. */
        public Builder postalCodes(Collection<String> postalCodes) {
            this.postalCodes = Lists.orNull(postalCodes);
            return this;
        }

        /** Documented only. */
        public Builder postalCodes(String... postalCodes) {
            return postalCodes(Arrays.asList(postalCodes));
        }

        /** Documented only. */
        public Builder countries(Collection<String> countries) {
            this.countries = Lists.orNull(countries);
            return this;
        }

        /** Documented only. */
        public Builder countries(String... countries) {
            return countries(Arrays.asList(countries));
        }

        /** Documented only. */
        public Builder descriptions(Collection<String> descriptions) {
            this.descriptions = Lists.orNull(descriptions);
            return this;
        }

        /** Documented only. */
        public Builder descriptions(String... descriptions) {
            return descriptions(Arrays.asList(descriptions));
        }

        public CompanyFilter build() {
            return new CompanyFilter(
                    ids,
                    names,
                    domains,
                    linkedinIds,
                    industries,
                    sizes,
                    locations,
                    technologies,
                    technologyCategories,
                    revenueRanges,
                    fundingInfoFilters,
                    naicsCodeFilters,
                    sicCodeFilters,
                    cities,
                    states,
                    postalCodes,
                    countries,
                    descriptions);
        }
    }
}
