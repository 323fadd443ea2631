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
 * {@code PersonJobChange} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param jobChangeType Live only.
 * @param startedAt Live only.
 * @param previousPosition Live only.
 * @param currentPosition Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonJobChange(
        PersonJobChangeType jobChangeType,
        @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        ZonedDateTime startedAt,
        PersonPreviousPosition previousPosition,
        PersonCurrentPosition currentPosition) {
}
