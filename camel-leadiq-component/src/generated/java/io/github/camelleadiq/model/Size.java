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
 * {@code Size} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param min Live only.
 * @param max Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Size(
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer min,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer max) {
}
