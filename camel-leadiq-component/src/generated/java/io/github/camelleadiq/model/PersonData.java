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
 * {@code PersonData} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param firstName Documented and live.
 * @param lastName Documented and live.
 * @param email Documented and live.
 * @param emailStatus Documented and live.
 * @param personalPhones Documented and live.
 * @param personalPhonesWithQuality Live only.
 * @param workPhones Documented and live.
 * @param contactInfo Live only.
 * @param linkedinUrl Documented and live.
 * @param country Documented and live.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonData(
        String firstName,
        String lastName,
        String email,
        String emailStatus,
        List<String> personalPhones,
        List<PhoneWithQuality> personalPhonesWithQuality,
        List<String> workPhones,
        ContactInfo contactInfo,
        String linkedinUrl,
        String country) {

    public PersonData {
        personalPhones = Lists.orEmpty(personalPhones);
        personalPhonesWithQuality = Lists.orEmpty(personalPhonesWithQuality);
        workPhones = Lists.orEmpty(workPhones);
    }
}
