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
 * {@code PersonaDefinition} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param locations Live only.
 * @param titles Live only.
 * @param functions Live only.
 * @param seniorities Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonaDefinition(
        List<Location> locations,
        List<String> titles,
        List<String> functions,
        List<String> seniorities) {

    public PersonaDefinition {
        locations = Lists.orEmpty(locations);
        titles = Lists.orEmpty(titles);
        functions = Lists.orEmpty(functions);
        seniorities = Lists.orEmpty(seniorities);
    }
}
