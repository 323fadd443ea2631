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
 * {@code PreviousCompanyFilter} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param ids Live only.
 * @param names Live only.
 * @param domains Live only.
 * @param linkedinIds Live only.
 * @param industries Live only.
 * @param employeeCount Live only.
 * @param locations Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreviousCompanyFilter(
        List<String> ids,
        List<String> names,
        List<String> domains,
        List<String> linkedinIds,
        List<String> industries,
        List<CompanySizeFilter> employeeCount,
        List<LocationFilterInput> locations) {

    public PreviousCompanyFilter {
        ids = Lists.orNull(ids);
        names = Lists.orNull(names);
        domains = Lists.orNull(domains);
        linkedinIds = Lists.orNull(linkedinIds);
        industries = Lists.orNull(industries);
        employeeCount = Lists.orNull(employeeCount);
        locations = Lists.orNull(locations);
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
        builder.employeeCount = employeeCount;
        builder.locations = locations;
        return builder;
    }

    /**
     * Builds a {@link PreviousCompanyFilter}. What is not set, or set to null, is absent; each setter replaces what
     * was set before. For use by one thread.
     */
    public static final class Builder {
        private List<String> ids;
        private List<String> names;
        private List<String> domains;
        private List<String> linkedinIds;
        private List<String> industries;
        private List<CompanySizeFilter> employeeCount;
        private List<LocationFilterInput> locations;

        private Builder() {}

        /** Live only. */
        public Builder ids(Collection<String> ids) {
            this.ids = Lists.orNull(ids);
            return this;
        }

        /** Live only. */
        public Builder ids(String... ids) {
            return ids(Arrays.asList(ids));
        }

        /** Live only. */
        public Builder names(Collection<String> names) {
            this.names = Lists.orNull(names);
            return this;
        }

        /** Live only. */
        public Builder names(String... names) {
            return names(Arrays.asList(names));
        }

        /** Live only. */
        public Builder domains(Collection<String> domains) {
            this.domains = Lists.orNull(domains);
            return this;
        }

        /** Live only. */
        public Builder domains(String... domains) {
            return domains(Arrays.asList(domains));
        }

        /** Live only. */
        public Builder linkedinIds(Collection<String> linkedinIds) {
            this.linkedinIds = Lists.orNull(linkedinIds);
            return this;
        }

        /** Live only. */
        public Builder linkedinIds(String... linkedinIds) {
            return linkedinIds(Arrays.asList(linkedinIds));
        }

        /** Live only. */
        public Builder industries(Collection<String> industries) {
            this.industries = Lists.orNull(industries);
            return this;
        }

        /** Live only. */
        public Builder industries(String... industries) {
            return industries(Arrays.asList(industries));
        }

        /** Live only. */
        public Builder employeeCount(Collection<CompanySizeFilter> employeeCount) {
            this.employeeCount = Lists.orNull(employeeCount);
            return this;
        }

        /** Live only. */
        public Builder employeeCount(CompanySizeFilter... employeeCount) {
            return employeeCount(Arrays.asList(employeeCount));
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

        public PreviousCompanyFilter build() {
            return new PreviousCompanyFilter(
                    ids,
                    names,
                    domains,
                    linkedinIds,
                    industries,
                    employeeCount,
                    locations);
        }
    }
}
