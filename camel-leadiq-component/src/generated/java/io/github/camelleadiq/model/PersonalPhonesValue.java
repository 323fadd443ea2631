/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.Lists;
import java.util.List;

/**
 * {@code PersonalPhonesValue} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param phones Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonDeserialize
public record PersonalPhonesValue(
        List<PhoneWithQuality> phones) implements PersonalPhones {

    public PersonalPhonesValue {
        phones = Lists.orEmpty(phones);
    }

    @Override
    public String typename() {
        return "PersonalPhonesValue";
    }
}
