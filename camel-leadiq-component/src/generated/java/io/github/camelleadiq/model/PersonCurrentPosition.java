/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * {@code PersonCurrentPosition} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param companyId Live only.
 * @param company Live only.
 * @param title Live only.
 * @param role Live only.
 * @param seniority Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonCurrentPosition(
        String companyId,
        Company company,
        String title,
        String role,
        String seniority) {
}
