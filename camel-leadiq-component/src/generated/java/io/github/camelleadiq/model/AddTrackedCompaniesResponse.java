/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactLongDeserializer;
import io.github.camelleadiq.model.json.Lists;
import java.util.List;

/**
 * One result for each company that was sent, and how many the list gained.
 *
 * <p>Documented and live.
 *
 * @param companies Documented and live.
 * @param totalAdded Documented and live. Also read from {@code total} (documented only).
 * @param trackedCompanies Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AddTrackedCompaniesResponse(
        List<AddTrackedCompanyResult> companies,
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long totalAdded,
        TrackedCompaniesConnection trackedCompanies) {

    public AddTrackedCompaniesResponse {
        companies = Lists.orEmpty(companies);
    }

    /** Reads each property under each of its names; a null under one name does not hide a value under another. */
    @JsonCreator
    static AddTrackedCompaniesResponse fromJson(
            @JsonProperty("companies") List<AddTrackedCompanyResult> companies,
            @JsonProperty("totalAdded") @JsonDeserialize(using = ExactLongDeserializer.class) Long totalAdded,
            @JsonProperty("total") @JsonDeserialize(using = ExactLongDeserializer.class) Long total,
            @JsonProperty("trackedCompanies") TrackedCompaniesConnection trackedCompanies) {
        return new AddTrackedCompaniesResponse(
                companies,
                totalAdded != null ? totalAdded : total,
                trackedCompanies);
    }
}
