/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactLongDeserializer;
import io.github.camelleadiq.model.json.Lists;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Criteria on people for the advanced searches.
 *
 * <p>Live only.
 *
 * @param ids Live only.
 * @param names Live only.
 * @param titles Live only.
 * @param linkedinIds Live only.
 * @param linkedinUrls Live only.
 * @param seniorities Live only.
 * @param roles Live only.
 * @param locations Live only.
 * @param containsWorkEmails Live only.
 * @param updatedAt Live only.
 * @param newHireFrom Live only.
 * @param newPromotionFrom Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactFilter(
        List<String> ids,
        List<String> names,
        List<String> titles,
        List<String> linkedinIds,
        List<String> linkedinUrls,
        List<Seniority> seniorities,
        List<String> roles,
        List<LocationFilterInput> locations,
        List<AdvancedSearchEmailVerificationStatusType> containsWorkEmails,
        DateRangeFilter updatedAt,
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long newHireFrom,
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long newPromotionFrom) {

    public ContactFilter {
        ids = Lists.orNull(ids);
        names = Lists.orNull(names);
        titles = Lists.orNull(titles);
        linkedinIds = Lists.orNull(linkedinIds);
        linkedinUrls = Lists.orNull(linkedinUrls);
        seniorities = Lists.orNull(seniorities);
        roles = Lists.orNull(roles);
        locations = Lists.orNull(locations);
        containsWorkEmails = Lists.orNull(containsWorkEmails);
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
        builder.titles = titles;
        builder.linkedinIds = linkedinIds;
        builder.linkedinUrls = linkedinUrls;
        builder.seniorities = seniorities;
        builder.roles = roles;
        builder.locations = locations;
        builder.containsWorkEmails = containsWorkEmails;
        builder.updatedAt = updatedAt;
        builder.newHireFrom = newHireFrom;
        builder.newPromotionFrom = newPromotionFrom;
        return builder;
    }

    /**
     * Builds a {@link ContactFilter}. What is not set, or set to null, is absent; each setter replaces what was set
     * before. For use by one thread.
     */
    public static final class Builder {
        private List<String> ids;
        private List<String> names;
        private List<String> titles;
        private List<String> linkedinIds;
        private List<String> linkedinUrls;
        private List<Seniority> seniorities;
        private List<String> roles;
        private List<LocationFilterInput> locations;
        private List<AdvancedSearchEmailVerificationStatusType> containsWorkEmails;
        private DateRangeFilter updatedAt;
        private Long newHireFrom;
        private Long newPromotionFrom;

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
        public Builder titles(Collection<String> titles) {
            this.titles = Lists.orNull(titles);
            return this;
        }

        /** Live only. */
        public Builder titles(String... titles) {
            return titles(Arrays.asList(titles));
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
        public Builder linkedinUrls(Collection<String> linkedinUrls) {
            this.linkedinUrls = Lists.orNull(linkedinUrls);
            return this;
        }

        /** Live only. */
        public Builder linkedinUrls(String... linkedinUrls) {
            return linkedinUrls(Arrays.asList(linkedinUrls));
        }

        /** Live only. */
        public Builder seniorities(Collection<Seniority> seniorities) {
            this.seniorities = Lists.orNull(seniorities);
            return this;
        }

        /** Live only. */
        public Builder seniorities(Seniority... seniorities) {
            return seniorities(Arrays.asList(seniorities));
        }

        /** Live only. */
        public Builder roles(Collection<String> roles) {
            this.roles = Lists.orNull(roles);
            return this;
        }

        /** Live only. */
        public Builder roles(String... roles) {
            return roles(Arrays.asList(roles));
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

        /** Live only. */
        public Builder containsWorkEmails(Collection<AdvancedSearchEmailVerificationStatusType> containsWorkEmails) {
            this.containsWorkEmails = Lists.orNull(containsWorkEmails);
            return this;
        }

        /** Live only. */
        public Builder containsWorkEmails(AdvancedSearchEmailVerificationStatusType... containsWorkEmails) {
            return containsWorkEmails(Arrays.asList(containsWorkEmails));
        }

        /** Live only. */
        public Builder updatedAt(DateRangeFilter updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /** Live only. */
        public Builder newHireFrom(Long newHireFrom) {
            this.newHireFrom = newHireFrom;
            return this;
        }

        /** Live only. */
        public Builder newPromotionFrom(Long newPromotionFrom) {
            this.newPromotionFrom = newPromotionFrom;
            return this;
        }

        public ContactFilter build() {
            return new ContactFilter(
                    ids,
                    names,
                    titles,
                    linkedinIds,
                    linkedinUrls,
                    seniorities,
                    roles,
                    locations,
                    containsWorkEmails,
                    updatedAt,
                    newHireFrom,
                    newPromotionFrom);
        }
    }
}
