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
 * {@code Company} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param id Documented and live.
 * @param name Documented and live.
 * @param industry Documented and live.
 * @param description Documented and live.
 * @param linkedinId Documented and live.
 * @param domain Documented and live.
 * @param employeeCount Documented and live.
 * @param city Documented and live.
 * @param country Documented and live.
 * @param countryCode2 Live only.
 * @param countryCode3 Live only.
 * @param state Documented and live.
 * @param postalCode Documented and live.
 * @param score Documented and live. Deprecated by LeadIQ: no longer maintained.
 * @param companyTechnologies Documented and live.
 * @param companyTechnologyCategories Documented and live.
 * @param revenueRange Documented and live.
 * @param fundingInfo Documented and live.
 * @param naicsCode Documented and live.
 * @param sicCode Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Company(
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
        String countryCode2,
        String countryCode3,
        String state,
        String postalCode,
        Double score,
        List<String> companyTechnologies,
        List<String> companyTechnologyCategories,
        RevenueRange revenueRange,
        FundingInfo fundingInfo,
        NAICSCode naicsCode,
        SICCode sicCode) {

    public Company {
        companyTechnologies = Lists.orEmpty(companyTechnologies);
        companyTechnologyCategories = Lists.orEmpty(companyTechnologyCategories);
    }
}
