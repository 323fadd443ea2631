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
import io.github.camelleadiq.model.json.IsoTextSerializer;
import io.github.camelleadiq.model.json.Lists;
import io.github.camelleadiq.model.json.ZonedDateTimeDeserializer;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A person as searchPeople returns one.
 *
 * <p>Documented and live.
 *
 * @param id Documented and live. Also read from {@code _id} (documented and live).
 * @param name Documented and live.
 * @param currentPositions Documented and live.
 * @param pastPositions Documented and live.
 * @param linkedin Documented and live.
 * @param profiles Documented and live.
 * @param location Documented and live.
 * @param education Documented and live.
 * @param updatedAt Documented and live.
 * @param personalEmails Documented and live.
 * @param personalPhones Documented and live.
 * @param confidence How sure LeadIQ is of the match, 0 to 100. Live only.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonRecord(
        String id,
        NameInfo name,
        List<PositionRecord> currentPositions,
        List<PositionRecord> pastPositions,
        LinkedinRecord linkedin,
        List<SocialProfile> profiles,
        LocationRecord location,
        List<EducationRecord> education,
        @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        ZonedDateTime updatedAt,
        List<PersonalEmailRecordType> personalEmails,
        List<PersonalPhoneRecordType> personalPhones,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer confidence) {

    public PersonRecord {
        currentPositions = Lists.orEmpty(currentPositions);
        pastPositions = Lists.orEmpty(pastPositions);
        profiles = Lists.orEmpty(profiles);
        education = Lists.orEmpty(education);
        personalEmails = Lists.orEmpty(personalEmails);
        personalPhones = Lists.orEmpty(personalPhones);
    }

    /** Reads each property under each of its names; a null under one name does not hide a value under another. */
    @JsonCreator
    static PersonRecord fromJson(
            @JsonProperty("id") String id,
            @JsonProperty("_id") String _id,
            @JsonProperty("name") NameInfo name,
            @JsonProperty("currentPositions") List<PositionRecord> currentPositions,
            @JsonProperty("pastPositions") List<PositionRecord> pastPositions,
            @JsonProperty("linkedin") LinkedinRecord linkedin,
            @JsonProperty("profiles") List<SocialProfile> profiles,
            @JsonProperty("location") LocationRecord location,
            @JsonProperty("education") List<EducationRecord> education,
            @JsonProperty("updatedAt") @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
                    ZonedDateTime updatedAt,
            @JsonProperty("personalEmails") List<PersonalEmailRecordType> personalEmails,
            @JsonProperty("personalPhones") List<PersonalPhoneRecordType> personalPhones,
            @JsonProperty("confidence") @JsonDeserialize(using = ExactIntegerDeserializer.class) Integer confidence) {
        return new PersonRecord(
                id != null ? id : _id,
                name,
                currentPositions,
                pastPositions,
                linkedin,
                profiles,
                location,
                education,
                updatedAt,
                personalEmails,
                personalPhones,
                confidence);
    }
}
