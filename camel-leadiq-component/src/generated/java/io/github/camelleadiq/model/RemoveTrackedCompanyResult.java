/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * {@code RemoveTrackedCompanyResult} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param id Documented and live.
 * @param name Documented and live.
 * @param domain Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RemoveTrackedCompanyResult(
        String id,
        String name,
        String domain) {
}
