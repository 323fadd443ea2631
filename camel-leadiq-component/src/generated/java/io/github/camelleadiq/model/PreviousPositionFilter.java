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
 * {@code PreviousPositionFilter} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param titles Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreviousPositionFilter(
        List<String> titles) {

    public PreviousPositionFilter {
        titles = Lists.orNull(titles);
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.titles = titles;
        return builder;
    }

    /**
     * Builds a {@link PreviousPositionFilter}. What is not set, or set to null, is absent; each setter replaces
     * what was set before. For use by one thread.
     */
    public static final class Builder {
        private List<String> titles;

        private Builder() {}

        /** Live only. */
        public Builder titles(Collection<String> titles) {
            this.titles = Lists.orNull(titles);
            return this;
        }

        /** Live only. */
        public Builder titles(String... titles) {
            return titles(Arrays.asList(titles));
        }

        public PreviousPositionFilter build() {
            return new PreviousPositionFilter(
                    titles);
        }
    }
}
