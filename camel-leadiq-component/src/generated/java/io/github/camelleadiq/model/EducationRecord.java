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
 * {@code EducationRecord} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param name Documented and live.
 * @param type Documented and live.
 * @param linkedinUrl Documented and live.
 * @param facebookUrl Documented and live.
 * @param twitterUrl Documented and live.
 * @param linkedinId Documented and live.
 * @param website Documented and live.
 * @param domain Documented and live.
 * @param degrees Documented and live.
 * @param majors Documented and live.
 * @param grades Live only.
 * @param dateRange Live only.
 * @param activities Live only.
 * @param description Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EducationRecord(
        String name,
        String type,
        String linkedinUrl,
        String facebookUrl,
        String twitterUrl,
        String linkedinId,
        String website,
        String domain,
        List<String> degrees,
        List<String> majors,
        String grades,
        DateRange dateRange,
        String activities,
        String description) {

    public EducationRecord {
        degrees = Lists.orEmpty(degrees);
        majors = Lists.orEmpty(majors);
    }
}
