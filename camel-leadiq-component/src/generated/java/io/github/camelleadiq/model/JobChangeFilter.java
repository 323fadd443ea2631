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
 * {@code JobChangeFilter} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param jobChangeTypes Required. Live only.
 * @param startedAfter Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobChangeFilter(
        List<PersonJobChangeTypeFilter> jobChangeTypes,
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long startedAfter) {

    public JobChangeFilter {
        jobChangeTypes = Lists.orNull(jobChangeTypes);
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.jobChangeTypes = jobChangeTypes;
        builder.startedAfter = startedAfter;
        return builder;
    }

    /**
     * Builds a {@link JobChangeFilter}. What is not set, or set to null, is absent; each setter replaces what was
     * set before. For use by one thread.
     */
    public static final class Builder {
        private List<PersonJobChangeTypeFilter> jobChangeTypes;
        private Long startedAfter;

        private Builder() {}

        /** Required. Live only. */
        public Builder jobChangeTypes(Collection<PersonJobChangeTypeFilter> jobChangeTypes) {
            this.jobChangeTypes = Lists.orNull(jobChangeTypes);
            return this;
        }

        /** Required. Live only. */
        public Builder jobChangeTypes(PersonJobChangeTypeFilter... jobChangeTypes) {
            return jobChangeTypes(Arrays.asList(jobChangeTypes));
        }

        /** Live only. */
        public Builder startedAfter(Long startedAfter) {
            this.startedAfter = startedAfter;
            return this;
        }

        public JobChangeFilter build() {
            return new JobChangeFilter(
                    jobChangeTypes,
                    startedAfter);
        }
    }
}
