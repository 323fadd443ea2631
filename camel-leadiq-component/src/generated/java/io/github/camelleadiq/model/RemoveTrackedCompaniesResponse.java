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
 * {@code RemoveTrackedCompaniesResponse} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param companies Documented and live.
 * @param notFound Documented and live.
 * @param totalRemoved Documented and live. Also read from {@code totalRemaining} (documented only).
 * @param trackedCompanies Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RemoveTrackedCompaniesResponse(
        List<RemoveTrackedCompanyResult> companies,
        List<String> notFound,
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long totalRemoved,
        TrackedCompaniesConnection trackedCompanies) {

    public RemoveTrackedCompaniesResponse {
        companies = Lists.orEmpty(companies);
        notFound = Lists.orEmpty(notFound);
    }

    /** Reads each property under each of its names; a null under one name does not hide a value under another. */
    @JsonCreator
    static RemoveTrackedCompaniesResponse fromJson(
            @JsonProperty("companies") List<RemoveTrackedCompanyResult> companies,
            @JsonProperty("notFound") List<String> notFound,
            @JsonProperty("totalRemoved") @JsonDeserialize(using = ExactLongDeserializer.class) Long totalRemoved,
            @JsonProperty("totalRemaining") @JsonDeserialize(using = ExactLongDeserializer.class) Long totalRemaining,
            @JsonProperty("trackedCompanies") TrackedCompaniesConnection trackedCompanies) {
        return new RemoveTrackedCompaniesResponse(
                companies,
                notFound,
                totalRemoved != null ? totalRemoved : totalRemaining,
                trackedCompanies);
    }
}
