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
 * {@code StartCompanyTrackingResponse} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param success Documented and live.
 * @param errors Documented and live.
 * @param errorCode Live only.
 * @param task Documented and live.
 * @param warnings Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StartCompanyTrackingResponse(
        Boolean success,
        List<String> errors,
        ErrorCode errorCode,
        CompanyTrackingTask task,
        List<String> warnings) {

    public StartCompanyTrackingResponse {
        errors = Lists.orEmpty(errors);
        warnings = Lists.orEmpty(warnings);
    }
}
