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
 * Companies to put on the tracked list.
 *
 * <p>Documented and live.
 *
 * @param companies Required. Documented and live.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AddTrackedCompaniesInput(
        List<AddTrackedCompanyInput> companies) {

    public AddTrackedCompaniesInput {
        companies = Lists.orNull(companies);
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.companies = companies;
        return builder;
    }

    /**
     * Builds a {@link AddTrackedCompaniesInput}. What is not set, or set to null, is absent; each setter replaces
     * what was set before. For use by one thread.
     */
    public static final class Builder {
        private List<AddTrackedCompanyInput> companies;

        private Builder() {}

        /** Required. Documented and live. */
        public Builder companies(Collection<AddTrackedCompanyInput> companies) {
            this.companies = Lists.orNull(companies);
            return this;
        }

        /** Required. Documented and live. */
        public Builder companies(AddTrackedCompanyInput... companies) {
            return companies(Arrays.asList(companies));
        }

        public AddTrackedCompaniesInput build() {
            return new AddTrackedCompaniesInput(
                    companies);
        }
    }
}
