/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * {@code WorkatoTokenResponseSuccess} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param token Live only.
 * @param customerAccountId Live only.
 * @param apiKey Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonDeserialize
public record WorkatoTokenResponseSuccess(
        String token,
        String customerAccountId,
        String apiKey) implements WorkatoTokenResponse {

    @Override
    public String typename() {
        return "WorkatoTokenResponseSuccess";
    }
}
