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
 * Where a page stands in its list.
 *
 * <p>Documented and live.
 *
 * @param total How many items the whole list has. Documented and live.
 * @param startCursor Documented and live.
 * @param endCursor Documented and live.
 * @param hasPreviousPage Documented and live.
 * @param hasNextPage Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PageInfo(
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer total,
        String startCursor,
        String endCursor,
        Boolean hasPreviousPage,
        Boolean hasNextPage) {
}
