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
import io.github.camelleadiq.model.json.LocalDateDeserializer;
import java.time.LocalDate;
import java.util.List;

/**
 * A contact under tracking, what was known of it and what has changed.
 *
 * <p>Live only.
 *
 * @param id Live only.
 * @param contactCountry Live only.
 * @param firstName Live only.
 * @param lastName Live only.
 * @param lastKnownCompany Live only.
 * @param lastKnownCompanyDomain Live only.
 * @param lastKnownTitle Live only.
 * @param linkedIn Live only.
 * @param company Live only.
 * @param companyDomain Live only.
 * @param companyCountry Live only.
 * @param companyState Live only.
 * @param title Live only.
 * @param jobStartDate Live only.
 * @param email Live only.
 * @param emailStatus Live only.
 * @param phones Live only.
 * @param phonesWithQuality Live only.
 * @param workPhones Live only.
 * @param companySize Live only.
 * @param companyIndustry Live only.
 * @param companyLinkedIn Live only.
 * @param titleLevel Live only.
 * @param titleDomain Live only.
 * @param referenceId Live only.
 * @param externalRecordId Live only.
 * @param jobChangeType Live only.
 * @param duplicateRecordIds Live only.
 * @param duplicateAccountIds Live only.
 * @param matchedICPIds Live only.
 * @param contactInfo Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrackedContact(
        String id,
        String contactCountry,
        String firstName,
        String lastName,
        String lastKnownCompany,
        String lastKnownCompanyDomain,
        String lastKnownTitle,
        String linkedIn,
        String company,
        String companyDomain,
        String companyCountry,
        String companyState,
        String title,
        @JsonDeserialize(using = LocalDateDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        LocalDate jobStartDate,
        String email,
        String emailStatus,
        List<String> phones,
        List<PhoneWithQuality> phonesWithQuality,
        List<String> workPhones,
        String companySize,
        String companyIndustry,
        String companyLinkedIn,
        String titleLevel,
        String titleDomain,
        String referenceId,
        String externalRecordId,
        JobChangeType jobChangeType,
        List<String> duplicateRecordIds,
        List<String> duplicateAccountIds,
        List<String> matchedICPIds,
        ContactInfo contactInfo) {

    public TrackedContact {
        phones = Lists.orEmpty(phones);
        phonesWithQuality = Lists.orEmpty(phonesWithQuality);
        workPhones = Lists.orEmpty(workPhones);
        duplicateRecordIds = Lists.orEmpty(duplicateRecordIds);
        duplicateAccountIds = Lists.orEmpty(duplicateAccountIds);
        matchedICPIds = Lists.orEmpty(matchedICPIds);
    }
}
