/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * {@code ProspectorLocation} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param streetLine1 Live only.
 * @param streetLine2 Live only.
 * @param city Live only.
 * @param state Live only.
 * @param zip Live only.
 * @param country Live only.
 * @param formatted Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProspectorLocation(
        String streetLine1,
        String streetLine2,
        String city,
        String state,
        String zip,
        String country,
        String formatted) {
}
