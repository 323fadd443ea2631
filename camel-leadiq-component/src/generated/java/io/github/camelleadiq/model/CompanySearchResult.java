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
 * {@code CompanySearchResult} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param totalResults Documented and live.
 * @param hasMore Documented and live.
 * @param results Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompanySearchResult(
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer totalResults,
        Boolean hasMore,
        List<CompanyInfo> results) {

    public CompanySearchResult {
        results = Lists.orEmpty(results);
    }
}
