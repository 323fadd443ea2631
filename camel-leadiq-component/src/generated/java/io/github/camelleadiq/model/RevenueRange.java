/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactLongDeserializer;

/**
 * {@code RevenueRange} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param start Documented and live.
 * @param end Documented and live.
 * @param description Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RevenueRange(
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long start,
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long end,
        String description) {
}
