/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.camelleadiq.model.json.Lists;
import java.util.List;

/**
 * {@code CompanyDefinition} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param industries Live only.
 * @param sizes Live only.
 * @param locations Live only.
 * @param technologies Live only.
 * @param technologyCategories Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompanyDefinition(
        List<String> industries,
        List<Size> sizes,
        List<Location> locations,
        List<String> technologies,
        List<String> technologyCategories) {

    public CompanyDefinition {
        industries = Lists.orEmpty(industries);
        sizes = Lists.orEmpty(sizes);
        locations = Lists.orEmpty(locations);
        technologies = Lists.orEmpty(technologies);
        technologyCategories = Lists.orEmpty(technologyCategories);
    }
}
