/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactLongDeserializer;
import io.github.camelleadiq.model.json.Lists;
import java.util.List;

/**
 * {@code PersonSearchResponse} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param totalPeople Documented and live.
 * @param people Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonSearchResponse(
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long totalPeople,
        List<Person> people) {

    public PersonSearchResponse {
        people = Lists.orEmpty(people);
    }
}
