/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * {@code LocationInfo} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param formattedAddress Documented and live.
 * @param street1 Documented and live.
 * @param street2 Documented and live.
 * @param city Documented and live.
 * @param areaLevel1 Documented and live.
 * @param country Documented and live.
 * @param countryCode2 Live only.
 * @param countryCode3 Live only.
 * @param postalCode Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LocationInfo(
        String formattedAddress,
        String street1,
        String street2,
        String city,
        String areaLevel1,
        String country,
        String countryCode2,
        String countryCode3,
        String postalCode) {
}
