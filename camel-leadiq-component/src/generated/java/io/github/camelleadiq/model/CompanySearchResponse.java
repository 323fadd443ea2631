/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactLongDeserializer;
import io.github.camelleadiq.model.json.Lists;
import java.util.List;

/**
 * {@code CompanySearchResponse} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param totalCompanies Documented and live.
 * @param companies Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompanySearchResponse(
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long totalCompanies,
        List<CompanyWithPeople> companies) {

    public CompanySearchResponse {
        companies = Lists.orEmpty(companies);
    }
}
