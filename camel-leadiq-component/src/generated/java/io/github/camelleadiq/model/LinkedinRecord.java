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
import io.github.camelleadiq.model.json.Lists;
import io.github.camelleadiq.model.json.ZonedDateTimeDeserializer;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * {@code LinkedinRecord} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param linkedinId Documented and live.
 * @param linkedinUrl Documented and live.
 * @param salesUrls Documented and live.
 * @param type Documented and live.
 * @param status Documented and live.
 * @param updatedAt Documented and live.
 * @param guid Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LinkedinRecord(
        String linkedinId,
        String linkedinUrl,
        List<String> salesUrls,
        GenericFieldType type,
        GenericFieldStatus status,
        @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        ZonedDateTime updatedAt,
        String guid) {

    public LinkedinRecord {
        salesUrls = Lists.orEmpty(salesUrls);
    }
}
