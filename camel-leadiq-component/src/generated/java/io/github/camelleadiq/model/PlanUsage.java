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
 * {@code PlanUsage} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param name Documented and live.
 * @param usageType Documented and live.
 * @param creditType Documented and live.
 * @param units Documented and live.
 * @param cap Documented and live.
 * @param billingType Documented and live.
 * @param trial Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlanUsage(
        ApiName name,
        ApiUsageType usageType,
        ApiCreditType creditType,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer units,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer cap,
        BillingType billingType,
        Boolean trial) {
}
