/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactIntegerDeserializer;

/**
 * {@code ProspectorCompany} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param id Live only.
 * @param name Live only.
 * @param domain Live only.
 * @param industry Live only.
 * @param employees Live only.
 * @param phone Live only.
 * @param location Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProspectorCompany(
        String id,
        String name,
        String domain,
        String industry,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer employees,
        String phone,
        ProspectorLocation location) {
}
