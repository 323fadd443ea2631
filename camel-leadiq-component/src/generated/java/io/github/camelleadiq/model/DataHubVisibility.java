/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.camelleadiq.model.json.Lists;
import java.util.List;

/**
 * {@code DataHubVisibility} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param sku Live only.
 * @param dataPoints Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DataHubVisibility(
        SKU sku,
        List<UnlockableDataPoint> dataPoints) {

    public DataHubVisibility {
        dataPoints = Lists.orEmpty(dataPoints);
    }
}
