/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactIntegerDeserializer;
import io.github.camelleadiq.model.json.Lists;
import java.util.List;

/**
 * {@code MatchingServiceCompany} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param id Live only.
 * @param name Live only.
 * @param industry Live only.
 * @param description Live only.
 * @param linkedinId Live only.
 * @param domain Live only.
 * @param employeeCount Live only.
 * @param city Live only.
 * @param country Live only.
 * @param state Live only.
 * @param postalCode Live only.
 * @param companyTechnologies Live only.
 * @param companyTechnologyCategories Live only.
 * @param revenueRange Live only.
 * @param fundingInfo Live only.
 * @param naicsCode Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MatchingServiceCompany(
        String id,
        String name,
        String industry,
        String description,
        String linkedinId,
        String domain,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer employeeCount,
        String city,
        String country,
        String state,
        String postalCode,
        List<String> companyTechnologies,
        List<String> companyTechnologyCategories,
        RevenueRange revenueRange,
        FundingInfo fundingInfo,
        NAICSCode naicsCode) {

    public MatchingServiceCompany {
        companyTechnologies = Lists.orEmpty(companyTechnologies);
        companyTechnologyCategories = Lists.orEmpty(companyTechnologyCategories);
    }
}
