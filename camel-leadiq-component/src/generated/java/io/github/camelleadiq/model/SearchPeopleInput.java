/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.camelleadiq.model.json.ExactIntegerDeserializer;
import io.github.camelleadiq.model.json.Lists;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Identifiers of a person. Most precise first: id, linkedinUrl, email or hashedEmail, name with company domain,
 * name with company name.
 *
 * <p>Documented and live.
 *
 * @param skip Documented and live.
 * @param limit Page size. skip + limit must not pass 10,000. Documented and live.
 * @param id Documented and live.
 * @param firstName Documented and live.
 * @param lastName Documented and live.
 * @param middleName Documented and live.
 * @param fullName Documented and live.
 * @param company Documented and live.
 * @param linkedinId Documented and live.
 * @param linkedinUrl Documented and live.
 * @param email Documented and live.
 * @param hashedEmail SHA-256 of the email address, hexadecimal. Documented and live.
 * @param phone Documented and live.
 * @param workEmailStatusIn Only people whose work email has one of these statuses. Documented and live.
 * @param containsWorkContactInfo Only people with work contact data. Default false. Documented and live.
 * @param profileFilter Only people who satisfy all of these. Documented and live.
 * @param includeInvalid Also return emails known to be invalid. Default false. Documented and live.
 * @param sfdcExtraDetails Live only.
 * @param qualityFilter Live only.
 * @param minConfidence Only matches of at least this confidence, 0 to 100. Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchPeopleInput(
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer skip,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer limit,
        String id,
        String firstName,
        String lastName,
        String middleName,
        String fullName,
        CompanyDetails company,
        String linkedinId,
        String linkedinUrl,
        String email,
        String hashedEmail,
        String phone,
        List<EmailVerificationStatusTypeInput> workEmailStatusIn,
        Boolean containsWorkContactInfo,
        List<ProfileFilterType> profileFilter,
        Boolean includeInvalid,
        SfdcExtraDetails sfdcExtraDetails,
        QualityFilter qualityFilter,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer minConfidence) {

    public SearchPeopleInput {
        workEmailStatusIn = Lists.orNull(workEmailStatusIn);
        profileFilter = Lists.orNull(profileFilter);
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.skip = skip;
        builder.limit = limit;
        builder.id = id;
        builder.firstName = firstName;
        builder.lastName = lastName;
        builder.middleName = middleName;
        builder.fullName = fullName;
        builder.company = company;
        builder.linkedinId = linkedinId;
        builder.linkedinUrl = linkedinUrl;
        builder.email = email;
        builder.hashedEmail = hashedEmail;
        builder.phone = phone;
        builder.workEmailStatusIn = workEmailStatusIn;
        builder.containsWorkContactInfo = containsWorkContactInfo;
        builder.profileFilter = profileFilter;
        builder.includeInvalid = includeInvalid;
        builder.sfdcExtraDetails = sfdcExtraDetails;
        builder.qualityFilter = qualityFilter;
        builder.minConfidence = minConfidence;
        return builder;
    }

    /**
     * Builds a {@link SearchPeopleInput}. What is not set, or set to null, is absent; each setter replaces what was
     * set before. For use by one thread.
     */
    public static final class Builder {
        private Integer skip;
        private Integer limit;
        private String id;
        private String firstName;
        private String lastName;
        private String middleName;
        private String fullName;
        private CompanyDetails company;
        private String linkedinId;
        private String linkedinUrl;
        private String email;
        private String hashedEmail;
        private String phone;
        private List<EmailVerificationStatusTypeInput> workEmailStatusIn;
        private Boolean containsWorkContactInfo;
        private List<ProfileFilterType> profileFilter;
        private Boolean includeInvalid;
        private SfdcExtraDetails sfdcExtraDetails;
        private QualityFilter qualityFilter;
        private Integer minConfidence;

        private Builder() {}

        /** Documented and live. */
        public Builder skip(Integer skip) {
            this.skip = skip;
            return this;
        }

        /** Page size. skip + limit must not pass 10,000. Documented and live. */
        public Builder limit(Integer limit) {
            this.limit = limit;
            return this;
        }

        /** Documented and live. */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /** Documented and live. */
        public Builder firstName(String firstName) {
            this.firstName = firstName;
            return this;
        }

        /** Documented and live. */
        public Builder lastName(String lastName) {
            this.lastName = lastName;
            return this;
        }

        /** Documented and live. */
        public Builder middleName(String middleName) {
            this.middleName = middleName;
            return this;
        }

        /** Documented and live. */
        public Builder fullName(String fullName) {
            this.fullName = fullName;
            return this;
        }

        /** Documented and live. */
        public Builder company(CompanyDetails company) {
            this.company = company;
            return this;
        }

        /** Documented and live. */
        public Builder linkedinId(String linkedinId) {
            this.linkedinId = linkedinId;
            return this;
        }

        /** Documented and live. */
        public Builder linkedinUrl(String linkedinUrl) {
            this.linkedinUrl = linkedinUrl;
            return this;
        }

        /** Documented and live. */
        public Builder email(String email) {
            this.email = email;
            return this;
        }

        /** SHA-256 of the email address, hexadecimal. Documented and live. */
        public Builder hashedEmail(String hashedEmail) {
            this.hashedEmail = hashedEmail;
            return this;
        }

        /** Documented and live. */
        public Builder phone(String phone) {
            this.phone = phone;
            return this;
        }

        /** Only people whose work email has one of these statuses. Documented and live. */
        public Builder workEmailStatusIn(Collection<EmailVerificationStatusTypeInput> workEmailStatusIn) {
            this.workEmailStatusIn = Lists.orNull(workEmailStatusIn);
            return this;
        }

        /** Only people whose work email has one of these statuses. Documented and live. */
        public Builder workEmailStatusIn(EmailVerificationStatusTypeInput... workEmailStatusIn) {
            return workEmailStatusIn(Arrays.asList(workEmailStatusIn));
        }

        /** Only people with work contact data. Default false. Documented and live. */
        public Builder containsWorkContactInfo(Boolean containsWorkContactInfo) {
            this.containsWorkContactInfo = containsWorkContactInfo;
            return this;
        }

        /** Only people who satisfy all of these. Documented and live. */
        public Builder profileFilter(Collection<ProfileFilterType> profileFilter) {
            this.profileFilter = Lists.orNull(profileFilter);
            return this;
        }

        /** Only people who satisfy all of these. Documented and live. */
        public Builder profileFilter(ProfileFilterType... profileFilter) {
            return profileFilter(Arrays.asList(profileFilter));
        }

        /** Also return emails known to be invalid. Default false. Documented and live. */
        public Builder includeInvalid(Boolean includeInvalid) {
            this.includeInvalid = includeInvalid;
            return this;
        }

        /** Live only. */
        public Builder sfdcExtraDetails(SfdcExtraDetails sfdcExtraDetails) {
            this.sfdcExtraDetails = sfdcExtraDetails;
            return this;
        }

        /** Live only. */
        public Builder qualityFilter(QualityFilter qualityFilter) {
            this.qualityFilter = qualityFilter;
            return this;
        }

        /** Only matches of at least this confidence, 0 to 100. Live only. */
        public Builder minConfidence(Integer minConfidence) {
            this.minConfidence = minConfidence;
            return this;
        }

        public SearchPeopleInput build() {
            return new SearchPeopleInput(
                    skip,
                    limit,
                    id,
                    firstName,
                    lastName,
                    middleName,
                    fullName,
                    company,
                    linkedinId,
                    linkedinUrl,
                    email,
                    hashedEmail,
                    phone,
                    workEmailStatusIn,
                    containsWorkContactInfo,
                    profileFilter,
                    includeInvalid,
                    sfdcExtraDetails,
                    qualityFilter,
                    minConfidence);
        }
    }
}
