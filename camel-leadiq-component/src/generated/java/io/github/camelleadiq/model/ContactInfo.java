/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * {@code ContactInfo} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param email Live only.
 * @param personalPhones Live only.
 * @param workPhones Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContactInfo(
        Email email,
        PersonalPhones personalPhones,
        WorkPhones workPhones) {
}
