/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Whether contact data can likely be had, without buying it.
 *
 * <p>Live only.
 *
 * @param personId Live only.
 * @param hasEmail Live only.
 * @param hasPhone Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SearchPeoplePreviewResult(
        String personId,
        Boolean hasEmail,
        Boolean hasPhone) {
}
