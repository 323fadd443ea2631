/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * {@code EmailValue} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param email Live only.
 * @param status Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonDeserialize
public record EmailValue(
        String email,
        String status) implements Email {

    @Override
    public String typename() {
        return "EmailValue";
    }
}
