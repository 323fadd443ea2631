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
 * {@code CompanyWithPeople} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param company Documented and live.
 * @param people Documented and live.
 * @param totalContactsInCompany Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompanyWithPeople(
        Company company,
        List<Person> people,
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long totalContactsInCompany) {

    public CompanyWithPeople {
        people = Lists.orEmpty(people);
    }
}
