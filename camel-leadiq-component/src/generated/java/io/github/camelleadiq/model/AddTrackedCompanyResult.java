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
 * What became of one company: added, or the reasons why not.
 *
 * <p>Documented and live.
 *
 * @param input Documented and live.
 * @param company Documented and live.
 * @param success Documented and live.
 * @param errors Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AddTrackedCompanyResult(
        AddTrackedCompany input,
        TrackedCompany company,
        Boolean success,
        List<String> errors) {

    public AddTrackedCompanyResult {
        errors = Lists.orEmpty(errors);
    }
}
