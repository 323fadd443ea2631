/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A list of prospects in LeadIQ.
 *
 * <p>Live only.
 *
 * @param id Live only.
 * @param name Live only.
 * @param description Live only.
 * @param status Live only.
 * @param visibility Live only.
 * @param startDate Live only.
 * @param endDate Live only.
 * @param createdAt Live only.
 * @param updatedAt Live only.
 * @param prospects Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LeadIQList(
        String id,
        String name,
        String description,
        String status,
        String visibility,
        String startDate,
        String endDate,
        String createdAt,
        String updatedAt,
        ProspectConnection prospects) {
}
