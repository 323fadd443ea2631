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
 * {@code TechnologyInfo} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param name Documented and live.
 * @param category Documented and live.
 * @param parentCategory Documented and live.
 * @param attributes Documented and live.
 * @param categories Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TechnologyInfo(
        String name,
        String category,
        String parentCategory,
        List<String> attributes,
        List<String> categories) {

    public TechnologyInfo {
        attributes = Lists.orEmpty(attributes);
        categories = Lists.orEmpty(categories);
    }
}
