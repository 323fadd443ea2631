/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.camelleadiq.model.json.IsoTextSerializer;
import io.github.camelleadiq.model.json.ZonedDateTimeDeserializer;
import java.time.ZonedDateTime;

/**
 * {@code LocationRecord} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param fullAddress Documented and live.
 * @param areaLevel1 Documented and live.
 * @param city Documented and live.
 * @param country Documented and live.
 * @param countryCode2 Live only.
 * @param countryCode3 Live only.
 * @param type Documented and live.
 * @param status Documented and live.
 * @param updatedAt Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LocationRecord(
        String fullAddress,
        String areaLevel1,
        String city,
        String country,
        String countryCode2,
        String countryCode3,
        GenericFieldType type,
        GenericFieldStatus status,
        @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        ZonedDateTime updatedAt) {
}
