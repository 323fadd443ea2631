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
 * {@code JobChangeConnection} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param edges Documented and live.
 * @param pageInfo Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JobChangeConnection(
        List<JobChangeEdge> edges,
        PageInfo pageInfo) {

    public JobChangeConnection {
        edges = Lists.orEmpty(edges);
    }
}
