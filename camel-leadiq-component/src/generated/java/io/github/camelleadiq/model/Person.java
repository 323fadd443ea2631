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
 * A person as the advanced searches return one.
 *
 * <p>Documented and live.
 *
 * @param id Documented and live.
 * @param companyId Documented and live.
 * @param name Documented and live.
 * @param linkedinId Documented and live.
 * @param linkedinUrl Documented and live.
 * @param title Documented and live.
 * @param role Documented and live.
 * @param city Live only.
 * @param state Documented and live.
 * @param country Documented and live.
 * @param countryCode2 Live only.
 * @param countryCode3 Live only.
 * @param seniority Documented and live.
 * @param workEmails Documented and live. Deprecated by LeadIQ: marked so by the server.
 * @param verifiedWorkEmails Documented and live. Deprecated by LeadIQ: marked so by the server.
 * @param verifiedLikelyWorkEmails Documented and live. Deprecated by LeadIQ: marked so by the server.
 * @param workPhones Documented and live. Deprecated by LeadIQ: marked so by the server.
 * @param personalEmails Documented and live. Deprecated by LeadIQ: marked so by the server.
 * @param personalPhones Documented and live. Deprecated by LeadIQ: marked so by the server.
 * @param score Documented and live. Deprecated by LeadIQ: no longer maintained.
 * @param firstName Documented and live.
 * @param middleName Documented and live.
 * @param lastName Documented and live.
 * @param updatedAt Documented and live.
 * @param currentPositionStartDate Documented and live.
 * @param company Documented and live.
 * @param picture Documented and live.
 * @param personJobChange Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Person(
        String id,
        String companyId,
        String name,
        String linkedinId,
        String linkedinUrl,
        String title,
        String role,
        String city,
        String state,
        String country,
        String countryCode2,
        String countryCode3,
        String seniority,
        List<String> workEmails,
        List<String> verifiedWorkEmails,
        List<String> verifiedLikelyWorkEmails,
        List<String> workPhones,
        List<String> personalEmails,
        List<String> personalPhones,
        Double score,
        String firstName,
        String middleName,
        String lastName,
        @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        ZonedDateTime updatedAt,
        @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        ZonedDateTime currentPositionStartDate,
        Company company,
        String picture,
        PersonJobChange personJobChange) {

    public Person {
        workEmails = Lists.orEmpty(workEmails);
        verifiedWorkEmails = Lists.orEmpty(verifiedWorkEmails);
        verifiedLikelyWorkEmails = Lists.orEmpty(verifiedLikelyWorkEmails);
        workPhones = Lists.orEmpty(workPhones);
        personalEmails = Lists.orEmpty(personalEmails);
        personalPhones = Lists.orEmpty(personalPhones);
    }
}
