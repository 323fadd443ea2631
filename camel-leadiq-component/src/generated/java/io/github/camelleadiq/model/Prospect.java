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
 * {@code Prospect} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param id Live only.
 * @param personId Live only.
 * @param linkedinId Live only.
 * @param linkedinUrl Live only.
 * @param firstName Live only.
 * @param lastName Live only.
 * @param name Live only.
 * @param picture Live only.
 * @param title Live only.
 * @param seniority Live only.
 * @param function Live only.
 * @param workEmail Live only.
 * @param emailStatus Live only.
 * @param personalEmails Live only.
 * @param mobilePhones Live only.
 * @param location Live only.
 * @param company Live only.
 * @param listIds Live only.
 * @param notes Live only.
 * @param createdAt Live only.
 * @param updatedAt Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Prospect(
        String id,
        String personId,
        String linkedinId,
        String linkedinUrl,
        String firstName,
        String lastName,
        String name,
        String picture,
        String title,
        String seniority,
        String function,
        String workEmail,
        String emailStatus,
        List<String> personalEmails,
        List<MobilePhoneRecord> mobilePhones,
        ProspectorLocation location,
        ProspectorCompany company,
        List<String> listIds,
        String notes,
        String createdAt,
        String updatedAt) {

    public Prospect {
        personalEmails = Lists.orEmpty(personalEmails);
        mobilePhones = Lists.orEmpty(mobilePhones);
        listIds = Lists.orEmpty(listIds);
    }
}
