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
 * {@code ContactTrackingPlan} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param name Live only.
 * @param product Live only.
 * @param status Live only.
 * @param available Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContactTrackingPlan(
        String name,
        ProductName product,
        PlanStatus status,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer available) {
}
