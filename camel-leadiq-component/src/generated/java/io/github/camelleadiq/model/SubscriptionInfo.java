/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * {@code SubscriptionInfo} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param status Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SubscriptionInfo(
        String status) {
}
