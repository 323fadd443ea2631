/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * {@code CompanyHierarchyNode} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param id Live only.
 * @param name Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompanyHierarchyNode(
        String id,
        String name) {
}
