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
 * {@code ICPDefinition} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param id Live only.
 * @param name Live only.
 * @param persona Live only.
 * @param company Live only.
 * @param groups Live only.
 * @param productLines Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ICPDefinition(
        String id,
        String name,
        PersonaDefinition persona,
        CompanyDefinition company,
        List<Group> groups,
        List<ICPProductLine> productLines) {

    public ICPDefinition {
        groups = Lists.orEmpty(groups);
        productLines = Lists.orEmpty(productLines);
    }
}
