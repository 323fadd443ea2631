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
 * {@code TrackContactsInput} of the LeadIQ schema.
 *
 * <p>Live only.
 *
 * @param importId Required. Live only.
 * @param unlockRequests Live only.
 * @param icps Live only.
 * @param jobDetections Live only.
 * @param timeoutAfterMinutes Live only.
 * @param emailQuality Live only.
 * @param phoneQuality Live only.
 * @param contacts Required. Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrackContactsInput(
        String importId,
        List<UnlockableDataPointRequest> unlockRequests,
        List<String> icps,
        List<JobChangeType> jobDetections,
        @JsonDeserialize(using = ExactIntegerDeserializer.class)
        Integer timeoutAfterMinutes,
        List<EmailQuality> emailQuality,
        PhoneQualityLevel phoneQuality,
        List<TrackContactInput> contacts) {

    public TrackContactsInput {
        unlockRequests = Lists.orNull(unlockRequests);
        icps = Lists.orNull(icps);
        jobDetections = Lists.orNull(jobDetections);
        emailQuality = Lists.orNull(emailQuality);
        contacts = Lists.orNull(contacts);
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.importId = importId;
        builder.unlockRequests = unlockRequests;
        builder.icps = icps;
        builder.jobDetections = jobDetections;
        builder.timeoutAfterMinutes = timeoutAfterMinutes;
        builder.emailQuality = emailQuality;
        builder.phoneQuality = phoneQuality;
        builder.contacts = contacts;
        return builder;
    }

    /**
     * Builds a {@link TrackContactsInput}. What is not set, or set to null, is absent; each setter replaces what
     * was set before. For use by one thread.
     */
    public static final class Builder {
        private String importId;
        private List<UnlockableDataPointRequest> unlockRequests;
        private List<String> icps;
        private List<JobChangeType> jobDetections;
        private Integer timeoutAfterMinutes;
        private List<EmailQuality> emailQuality;
        private PhoneQualityLevel phoneQuality;
        private List<TrackContactInput> contacts;

        private Builder() {}

        /** Required. Live only. */
        public Builder importId(String importId) {
            this.importId = importId;
            return this;
        }

        /** Live only. */
        public Builder unlockRequests(Collection<UnlockableDataPointRequest> unlockRequests) {
            this.unlockRequests = Lists.orNull(unlockRequests);
            return this;
        }

        /** Live only. */
        public Builder unlockRequests(UnlockableDataPointRequest... unlockRequests) {
            return unlockRequests(Arrays.asList(unlockRequests));
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
        public Builder jobDetections(Collection<JobChangeType> jobDetections) {
            this.jobDetections = Lists.orNull(jobDetections);
            return this;
        }

        /** Live only. */
        public Builder jobDetections(JobChangeType... jobDetections) {
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

        /** Required. Live only. */
        public Builder contacts(Collection<TrackContactInput> contacts) {
            this.contacts = Lists.orNull(contacts);
            return this;
        }

        /** Required. Live only. */
        public Builder contacts(TrackContactInput... contacts) {
            return contacts(Arrays.asList(contacts));
        }

        public TrackContactsInput build() {
            return new TrackContactsInput(
                    importId,
                    unlockRequests,
                    icps,
                    jobDetections,
                    timeoutAfterMinutes,
                    emailQuality,
                    phoneQuality,
                    contacts);
        }
    }
}
