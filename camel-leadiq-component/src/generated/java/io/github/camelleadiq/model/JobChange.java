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
 * A person at a tracked company who changed job or title.
 *
 * <p>Documented and live.
 *
 * @param id Documented and live.
 * @param person Documented and live.
 * @param currentCompany Documented and live.
 * @param previousCompany Live only.
 * @param currentPosition Documented and live.
 * @param previousPosition Live only.
 * @param jobChangeType Documented and live.
 * @param matchedICPIds Documented and live.
 * @param duplicateRecordIds Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JobChange(
        String id,
        PersonData person,
        CompanyData currentCompany,
        PreviousCompanyData previousCompany,
        Position currentPosition,
        PreviousPosition previousPosition,
        JobDetectionType jobChangeType,
        List<String> matchedICPIds,
        List<String> duplicateRecordIds) {

    public JobChange {
        matchedICPIds = Lists.orEmpty(matchedICPIds);
        duplicateRecordIds = Lists.orEmpty(duplicateRecordIds);
    }
}
