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
 * {@code MatchingServicePerson} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param id Live only.
 * @param companyId Live only.
 * @param company Live only.
 * @param name Live only.
 * @param linkedinId Live only.
 * @param linkedinUrl Live only.
 * @param title Live only.
 * @param role Live only.
 * @param state Live only.
 * @param country Live only.
 * @param seniority Live only.
 * @param workEmails Live only.
 * @param verifiedWorkEmails Live only.
 * @param verifiedLikelyWorkEmails Live only.
 * @param workPhones Live only.
 * @param personalEmails Live only.
 * @param personalPhones Live only.
 * @param firstName Live only.
 * @param middleName Live only.
 * @param lastName Live only.
 * @param updatedAt Live only.
 * @param currentPositionStartDate Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MatchingServicePerson(
        String id,
        String companyId,
        MatchingServiceCompany company,
        String name,
        String linkedinId,
        String linkedinUrl,
        String title,
        String role,
        String state,
        String country,
        String seniority,
        List<String> workEmails,
        List<String> verifiedWorkEmails,
        List<String> verifiedLikelyWorkEmails,
        List<String> workPhones,
        List<String> personalEmails,
        List<String> personalPhones,
        String firstName,
        String middleName,
        String lastName,
        @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        ZonedDateTime updatedAt,
        @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        ZonedDateTime currentPositionStartDate) {

    public MatchingServicePerson {
        workEmails = Lists.orEmpty(workEmails);
        verifiedWorkEmails = Lists.orEmpty(verifiedWorkEmails);
        verifiedLikelyWorkEmails = Lists.orEmpty(verifiedLikelyWorkEmails);
        workPhones = Lists.orEmpty(workPhones);
        personalEmails = Lists.orEmpty(personalEmails);
        personalPhones = Lists.orEmpty(personalPhones);
    }
}
