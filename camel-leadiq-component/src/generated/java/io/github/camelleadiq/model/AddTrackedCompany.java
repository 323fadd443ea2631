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
 * A company as it was sent to addTrackedCompanies.
 *
 * <p>Documented and live.
 *
 * @param name Documented and live.
 * @param domain Documented and live.
 * @param customData Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AddTrackedCompany(
        String name,
        String domain,
        @JsonDeserialize(using = ExactJsonDeserializer.class)
        Object customData) {
}
