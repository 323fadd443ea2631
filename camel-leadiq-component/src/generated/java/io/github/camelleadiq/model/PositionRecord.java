/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.camelleadiq.model.json.IsoTextSerializer;
import io.github.camelleadiq.model.json.Lists;
import io.github.camelleadiq.model.json.ZonedDateTimeDeserializer;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * One job of a person, with the contact data that belongs to it.
 *
 * <p>Documented and live.
 *
 * @param companyId Documented and live.
 * @param title Documented and live.
 * @param dateRange Documented and live.
 * @param updatedAt Documented and live.
 * @param emails Documented and live.
 * @param phones Documented and live.
 * @param companyInfo Documented and live.
 * @param seniority Documented and live.
 * @param function Documented and live.
 * @param workEmail Live only.
 * @param matchedQuery Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PositionRecord(
        String companyId,
        String title,
        DateRange dateRange,
        @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        ZonedDateTime updatedAt,
        List<WorkEmailRecordType> emails,
        List<WorkPhoneRecordType> phones,
        CompanyInfo companyInfo,
        String seniority,
        String function,
        WorkEmailRecordType workEmail,
        Boolean matchedQuery) {

    public PositionRecord {
        emails = Lists.orEmpty(emails);
        phones = Lists.orEmpty(phones);
    }
}
