/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.camelleadiq.model.json.ExactIntegerDeserializer;
import io.github.camelleadiq.model.json.ExactLongDeserializer;
import io.github.camelleadiq.model.json.IsoTextSerializer;
import io.github.camelleadiq.model.json.Lists;
import io.github.camelleadiq.model.json.ZonedDateTimeDeserializer;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Everything known of a company. All but its id and name counts as the company data point.
 *
 * <p>Documented and live.
 *
 * @param id Documented and live. Also read from {@code source} (documented and live).
 * @param name Documented and live.
 * @param alternativeNames Documented and live.
 * @param domain Documented and live.
 * @param description Documented and live.
 * @param emailDomains Documented and live.
 * @param type Documented and live.
 * @param phones Documented and live.
 * @param country Documented and live. Deprecated by LeadIQ: use locationInfo.country.
 * @param address Documented and live.
 * @param locationInfo Documented and live.
 * @param logoUrl Documented and live.
 * @param linkedinId Documented and live.
 * @param linkedinUrl Documented and live.
 * @param numberOfEmployees Documented and live.
 * @param industry Documented and live.
 * @param specialities Documented and live.
 * @param fundingInfo Documented and live.
 * @param technologies Documented and live.
 * @param revenue Documented and live.
 * @param revenueRange Documented and live.
 * @param predictedRevenue Documented and live.
 * @param sicCode Documented and live.
 * @param secondarySicCodes Documented and live.
 * @param naicsCode Documented and live.
 * @param employeeRange Documented and live.
 * @param crunchbaseUrl Documented and live.
 * @param facebookUrl Documented and live.
 * @param twitterUrl Documented and live.
 * @param foundedYear Documented and live.
 * @param companyHierarchy Live only.
 * @param updatedDate Documented and live.
 * @param businessTypes Live only.
 * @param functionTrends Live only.
 * @param isExcluded Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompanyInfo(
        String id,
        String name,
        List<String> alternativeNames,
        String domain,
        String description,
        List<String> emailDomains,
        String type,
        List<String> phones,
        String country,
        String address,
        LocationInfo locationInfo,
        String logoUrl,
        String linkedinId,
        String linkedinUrl,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer numberOfEmployees,
        String industry,
        List<String> specialities,
        FundingInfo fundingInfo,
        List<TechnologyInfo> technologies,
        @JsonDeserialize(using = ExactLongDeserializer.class)
        Long revenue,
        RevenueRange revenueRange,
        RevenueRange predictedRevenue,
        SICCode sicCode,
        List<SICCode> secondarySicCodes,
        NAICSCode naicsCode,
        String employeeRange,
        String crunchbaseUrl,
        String facebookUrl,
        String twitterUrl,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer foundedYear,
        CompanyHierarchy companyHierarchy,
        @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        ZonedDateTime updatedDate,
        CompanyBusinessTypesResult businessTypes,
        List<FunctionTrends> functionTrends,
        Boolean isExcluded) {

    public CompanyInfo {
        alternativeNames = Lists.orEmpty(alternativeNames);
        emailDomains = Lists.orEmpty(emailDomains);
        phones = Lists.orEmpty(phones);
        specialities = Lists.orEmpty(specialities);
        technologies = Lists.orEmpty(technologies);
        secondarySicCodes = Lists.orEmpty(secondarySicCodes);
        functionTrends = Lists.orEmpty(functionTrends);
    }

    /** Reads each property under each of its names; a null under one name does not hide a value under another. */
    @JsonCreator
    static CompanyInfo fromJson(
            @JsonProperty("id") String id,
            @JsonProperty("source") String source,
            @JsonProperty("name") String name,
            @JsonProperty("alternativeNames") List<String> alternativeNames,
            @JsonProperty("domain") String domain,
            @JsonProperty("description") String description,
            @JsonProperty("emailDomains") List<String> emailDomains,
            @JsonProperty("type") String type,
            @JsonProperty("phones") List<String> phones,
            @JsonProperty("country") String country,
            @JsonProperty("address") String address,
            @JsonProperty("locationInfo") LocationInfo locationInfo,
            @JsonProperty("logoUrl") String logoUrl,
            @JsonProperty("linkedinId") String linkedinId,
            @JsonProperty("linkedinUrl") String linkedinUrl,
            @JsonProperty("numberOfEmployees") @JsonDeserialize(using = ExactIntegerDeserializer.class)
                    Integer numberOfEmployees,
            @JsonProperty("industry") String industry,
            @JsonProperty("specialities") List<String> specialities,
            @JsonProperty("fundingInfo") FundingInfo fundingInfo,
            @JsonProperty("technologies") List<TechnologyInfo> technologies,
            @JsonProperty("revenue") @JsonDeserialize(using = ExactLongDeserializer.class) Long revenue,
            @JsonProperty("revenueRange") RevenueRange revenueRange,
            @JsonProperty("predictedRevenue") RevenueRange predictedRevenue,
            @JsonProperty("sicCode") SICCode sicCode,
            @JsonProperty("secondarySicCodes") List<SICCode> secondarySicCodes,
            @JsonProperty("naicsCode") NAICSCode naicsCode,
            @JsonProperty("employeeRange") String employeeRange,
            @JsonProperty("crunchbaseUrl") String crunchbaseUrl,
            @JsonProperty("facebookUrl") String facebookUrl,
            @JsonProperty("twitterUrl") String twitterUrl,
            @JsonProperty("foundedYear") @JsonDeserialize(using = ExactIntegerDeserializer.class) Integer foundedYear,
            @JsonProperty("companyHierarchy") CompanyHierarchy companyHierarchy,
            @JsonProperty("updatedDate") @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
                    ZonedDateTime updatedDate,
            @JsonProperty("businessTypes") CompanyBusinessTypesResult businessTypes,
            @JsonProperty("functionTrends") List<FunctionTrends> functionTrends,
            @JsonProperty("isExcluded") Boolean isExcluded) {
        return new CompanyInfo(
                id != null ? id : source,
                name,
                alternativeNames,
                domain,
                description,
                emailDomains,
                type,
                phones,
                country,
                address,
                locationInfo,
                logoUrl,
                linkedinId,
                linkedinUrl,
                numberOfEmployees,
                industry,
                specialities,
                fundingInfo,
                technologies,
                revenue,
                revenueRange,
                predictedRevenue,
                sicCode,
                secondarySicCodes,
                naicsCode,
                employeeRange,
                crunchbaseUrl,
                facebookUrl,
                twitterUrl,
                foundedYear,
                companyHierarchy,
                updatedDate,
                businessTypes,
                functionTrends,
                isExcluded);
    }
}
