/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactIntegerDeserializer;
import java.math.BigDecimal;

/**
 * What one data point costs on this account.
 *
 * <p>Live only.
 *
 * @param dataPoint Live only.
 * @param cost Live only.
 * @param costInDecimals Price in Universal Credits, exact. Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DataPointCost(
        ConfigurableDataPoint dataPoint,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer cost,
        BigDecimal costInDecimals) {
}
