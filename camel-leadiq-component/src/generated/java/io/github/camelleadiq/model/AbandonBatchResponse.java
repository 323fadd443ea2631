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
 * What became of a request to abandon a contact tracking batch.
 *
 * <p>Live only.
 *
 * @param batchId Live only.
 * @param success Live only.
 * @param errorCode Live only.
 * @param errors Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AbandonBatchResponse(
        String batchId,
        Boolean success,
        ErrorCode errorCode,
        List<String> errors) {

    public AbandonBatchResponse {
        errors = Lists.orEmpty(errors);
    }
}
