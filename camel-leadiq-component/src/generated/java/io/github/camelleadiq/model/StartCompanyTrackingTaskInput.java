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
 * {@code StartCompanyTrackingTaskInput} of the LeadIQ schema.
 *
 * <p>Documented and live.
 *
 * @param monthsBack Documented and live.
 * @param maxContactsPerCompany Live only.
 * @param unlockDataPoints Live only.
 * @param icps Live only.
 * @param jobDetections Live only.
 * @param timeoutAfterMinutes Live only.
 * @param emailQuality Live only.
 * @param phoneQuality Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StartCompanyTrackingTaskInput(
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer monthsBack,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer maxContactsPerCompany,
        List<UnlockableDataPointRequest> unlockDataPoints,
        List<String> icps,
        List<JobDetectionType> jobDetections,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer timeoutAfterMinutes,
        List<EmailQuality> emailQuality,
        PhoneQualityLevel phoneQuality) {

    public StartCompanyTrackingTaskInput {
        unlockDataPoints = Lists.orNull(unlockDataPoints);
        icps = Lists.orNull(icps);
        jobDetections = Lists.orNull(jobDetections);
        emailQuality = Lists.orNull(emailQuality);
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.monthsBack = monthsBack;
        builder.maxContactsPerCompany = maxContactsPerCompany;
        builder.unlockDataPoints = unlockDataPoints;
        builder.icps = icps;
        builder.jobDetections = jobDetections;
        builder.timeoutAfterMinutes = timeoutAfterMinutes;
        builder.emailQuality = emailQuality;
        builder.phoneQuality = phoneQuality;
        return builder;
    }

    /**
     * Builds a {@link StartCompanyTrackingTaskInput}. What is not set, or set to null, is absent; each setter
     * replaces what was set before. For use by one thread.
     */
    public static final class Builder {
        private Integer monthsBack;
        private Integer maxContactsPerCompany;
        private List<UnlockableDataPointRequest> unlockDataPoints;
        private List<String> icps;
        private List<JobDetectionType> jobDetections;
        private Integer timeoutAfterMinutes;
        private List<EmailQuality> emailQuality;
        private PhoneQualityLevel phoneQuality;

        private Builder() {}

        /** Documented and live. */
        public Builder monthsBack(Integer monthsBack) {
            this.monthsBack = monthsBack;
            return this;
        }

        /** Live only. */
        public Builder maxContactsPerCompany(Integer maxContactsPerCompany) {
            this.maxContactsPerCompany = maxContactsPerCompany;
            return this;
        }

        /** Live only. */
        public Builder unlockDataPoints(Collection<UnlockableDataPointRequest> unlockDataPoints) {
            this.unlockDataPoints = Lists.orNull(unlockDataPoints);
            return this;
        }

        /** Live only. */
        public Builder unlockDataPoints(UnlockableDataPointRequest... unlockDataPoints) {
            return unlockDataPoints(Arrays.asList(unlockDataPoints));
        }

        /** Live only. */
        public Builder icps(Collection<String> icps) {
            this.icps = Lists.orNull(icps);
            return this;
        }

        /** Live only. */
        public Builder icps(String... icps) {
            return icps(Arrays.asList(icps));
        }

        /** Live only. */
        public Builder jobDetections(Collection<JobDetectionType> jobDetections) {
            this.jobDetections = Lists.orNull(jobDetections);
            return this;
        }

        /** Live only. */
        public Builder jobDetections(JobDetectionType... jobDetections) {
            return jobDetections(Arrays.asList(jobDetections));
        }

        /** Live only. */
        public Builder timeoutAfterMinutes(Integer timeoutAfterMinutes) {
            this.timeoutAfterMinutes = timeoutAfterMinutes;
            return this;
        }

        /** Live only. */
        public Builder emailQuality(Collection<EmailQuality> emailQuality) {
            this.emailQuality = Lists.orNull(emailQuality);
            return this;
        }

        /** Live only. */
        public Builder emailQuality(EmailQuality... emailQuality) {
            return emailQuality(Arrays.asList(emailQuality));
        }

        /** Live only. */
        public Builder phoneQuality(PhoneQualityLevel phoneQuality) {
            this.phoneQuality = phoneQuality;
            return this;
        }

        public StartCompanyTrackingTaskInput build() {
            return new StartCompanyTrackingTaskInput(
                    monthsBack,
                    maxContactsPerCompany,
                    unlockDataPoints,
                    icps,
                    jobDetections,
                    timeoutAfterMinutes,
                    emailQuality,
                    phoneQuality);
        }
    }
}
