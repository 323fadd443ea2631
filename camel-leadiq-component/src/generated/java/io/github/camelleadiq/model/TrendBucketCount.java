/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactIntegerDeserializer;

/**
 * {@code TrendBucketCount} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param bucket Live only.
 * @param count Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrendBucketCount(
        String bucket,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer count) {
}
