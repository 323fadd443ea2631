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
 * A candidate and how sure LeadIQ is of it.
 *
 * <p>Live only.
 *
 * @param confidence Live only.
 * @param person Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MatchedPerson(
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer confidence,
        MatchingServicePerson person) {
}
