/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactJsonDeserializer;

/**
 * {@code CompanyData} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param id Documented and live.
 * @param inputName Documented and live.
 * @param inputDomain Documented and live.
 * @param customData Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompanyData(
        String id,
        String inputName,
        String inputDomain,
        @JsonDeserialize(using = ExactJsonDeserializer.class)
        Object customData) {
}
