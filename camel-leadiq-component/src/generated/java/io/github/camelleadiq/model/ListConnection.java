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
 * {@code ListConnection} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param items Live only.
 * @param nextCursor Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ListConnection(
        List<LeadIQList> items,
        String nextCursor) {

    public ListConnection {
        items = Lists.orEmpty(items);
    }
}
