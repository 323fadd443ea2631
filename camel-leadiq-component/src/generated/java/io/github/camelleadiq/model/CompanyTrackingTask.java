/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.camelleadiq.model.json.ExactIntegerDeserializer;
import io.github.camelleadiq.model.json.InstantDeserializer;
import io.github.camelleadiq.model.json.IsoTextSerializer;
import io.github.camelleadiq.model.json.Lists;
import io.github.camelleadiq.model.json.LocalDateDeserializer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A job-change scan of the tracked companies. Poll until status leaves Processing, then page through
 * jobChanges.
 *
 * <p>Documented and live.
 *
 * @param id Documented and live.
 * @param jobChanges Empty until the task is Successful. The number of items to return must be given.
 *     Documented and live.
 * @param icpDefinitionSnapshot Live only.
 * @param status Documented and live.
 * @param createdAt Documented and live.
 * @param monthsBack How many months of job changes the scan covers. Documented and live.
 * @param jobStartDateFrom Documented and live.
 * @param maxContactsPerCompany Live only.
 * @param icps Live only. Deprecated by LeadIQ: use filters.icps.
 * @param filters Live only.
 * @param error Documented and live.
 * @param errorCode Live only.
 * @param isCancelled True when somebody cancelled the task before it was done. Documented and live.
 * @param timeoutAt Live only.
 * @param isTimeout Live only.
 * @param suppressedContacts Live only.
 * @param warning Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompanyTrackingTask(
        String id,
        JobChangeConnection jobChanges,
        List<ICPDefinition> icpDefinitionSnapshot,
        TaskStatus status,
        @JsonDeserialize(using = InstantDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        Instant createdAt,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer monthsBack,
        @JsonDeserialize(using = LocalDateDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        LocalDate jobStartDateFrom,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer maxContactsPerCompany,
        List<String> icps,
        JobDetectionFilters filters,
        String error,
        ErrorCode errorCode,
        Boolean isCancelled,
        @JsonDeserialize(using = InstantDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        Instant timeoutAt,
        Boolean isTimeout,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer suppressedContacts,
        String warning) {

    public CompanyTrackingTask {
        icpDefinitionSnapshot = Lists.orEmpty(icpDefinitionSnapshot);
        icps = Lists.orEmpty(icps);
    }
}
