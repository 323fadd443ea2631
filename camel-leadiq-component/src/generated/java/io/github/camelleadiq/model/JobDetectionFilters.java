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
 * {@code JobDetectionFilters} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param icps Live only.
 * @param jobDetections Live only.
 * @param emailQuality Live only.
 * @param phoneQuality Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JobDetectionFilters(
        List<String> icps,
        List<JobDetectionType> jobDetections,
        List<EmailQuality> emailQuality,
        PhoneQualityLevel phoneQuality) {

    public JobDetectionFilters {
        icps = Lists.orEmpty(icps);
        jobDetections = Lists.orEmpty(jobDetections);
        emailQuality = Lists.orEmpty(emailQuality);
    }
}
