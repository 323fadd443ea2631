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
 * Credits left for contact tracking.
 *
 * <p>Live only.
 *
 * @param alreadyUsed Live only. Deprecated by LeadIQ: use balance and remaining.
 * @param balance Live only.
 * @param remaining Live only.
 * @param maxCredits Live only.
 * @param plan Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BalanceResponse(
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer alreadyUsed,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer balance,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer remaining,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer maxCredits,
        BalancePlan plan) {
}
