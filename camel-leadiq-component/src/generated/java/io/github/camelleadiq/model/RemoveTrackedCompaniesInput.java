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
 * {@code RemoveTrackedCompaniesInput} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param ids Required. Documented and live.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RemoveTrackedCompaniesInput(
        List<String> ids) {

    public RemoveTrackedCompaniesInput {
        ids = Lists.orNull(ids);
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.ids = ids;
        return builder;
    }

    /**
     * Builds a {@link RemoveTrackedCompaniesInput}. What is not set, or set to null, is absent; each setter
     * replaces what was set before. For use by one thread.
     */
    public static final class Builder {
        private List<String> ids;

        private Builder() {}

        /** Required. Documented and live. */
        public Builder ids(Collection<String> ids) {
            this.ids = Lists.orNull(ids);
            return this;
        }

        /** Required. Documented and live. */
        public Builder ids(String... ids) {
            return ids(Arrays.asList(ids));
        }

        public RemoveTrackedCompaniesInput build() {
            return new RemoveTrackedCompaniesInput(
                    ids);
        }
    }
}
