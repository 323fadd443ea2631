/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.camelleadiq.model.json.IsoTextSerializer;
import io.github.camelleadiq.model.json.ZonedDateTimeDeserializer;
import java.time.ZonedDateTime;

/**
 * A correction of one contact value: which person, which value, what is wrong with it.
 *
 * <p>Documented and live.
 *
 * @param personId Documented and live.
 * @param linkedinUrl Documented and live.
 * @param linkedinId Documented and live.
 * @param name Documented and live.
 * @param companyId Documented and live.
 * @param companyName Documented and live.
 * @param companyDomain Documented and live.
 * @param title Documented and live.
 * @param value Required. Documented and live.
 * @param status Documented and live.
 * @param invalidReason Documented and live.
 * @param type Documented and live.
 * @param lastSeen Documented and live.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiPersonFeedback(
        String personId,
        String linkedinUrl,
        String linkedinId,
        String name,
        String companyId,
        String companyName,
        String companyDomain,
        String title,
        String value,
        ContactInfoStatus status,
        InvalidReason invalidReason,
        ContactInfoType type,
        @JsonDeserialize(using = ZonedDateTimeDeserializer.class)
        @JsonSerialize(using = IsoTextSerializer.class)
        ZonedDateTime lastSeen) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.personId = personId;
        builder.linkedinUrl = linkedinUrl;
        builder.linkedinId = linkedinId;
        builder.name = name;
        builder.companyId = companyId;
        builder.companyName = companyName;
        builder.companyDomain = companyDomain;
        builder.title = title;
        builder.value = value;
        builder.status = status;
        builder.invalidReason = invalidReason;
        builder.type = type;
        builder.lastSeen = lastSeen;
        return builder;
    }

    /**
     * Builds a {@link ApiPersonFeedback}. What is not set, or set to null, is absent; each setter replaces what was
     * set before. For use by one thread.
     */
    public static final class Builder {
        private String personId;
        private String linkedinUrl;
        private String linkedinId;
        private String name;
        private String companyId;
        private String companyName;
        private String companyDomain;
        private String title;
        private String value;
        private ContactInfoStatus status;
        private InvalidReason invalidReason;
        private ContactInfoType type;
        private ZonedDateTime lastSeen;

        private Builder() {}

        /** Documented and live. */
        public Builder personId(String personId) {
            this.personId = personId;
            return this;
        }

        /** Documented and live. */
        public Builder linkedinUrl(String linkedinUrl) {
            this.linkedinUrl = linkedinUrl;
            return this;
        }

        /** Documented and live. */
        public Builder linkedinId(String linkedinId) {
            this.linkedinId = linkedinId;
            return this;
        }

        /** Documented and live. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Documented and live. */
        public Builder companyId(String companyId) {
            this.companyId = companyId;
            return this;
        }

        /** Documented and live. */
        public Builder companyName(String companyName) {
            this.companyName = companyName;
            return this;
        }

        /** Documented and live. */
        public Builder companyDomain(String companyDomain) {
            this.companyDomain = companyDomain;
            return this;
        }

        /** Documented and live. */
        public Builder title(String title) {
            this.title = title;
            return this;
        }

        /** Required. Documented and live. */
        public Builder value(String value) {
            this.value = value;
            return this;
        }

        /** Documented and live. */
        public Builder status(ContactInfoStatus status) {
            this.status = status;
            return this;
        }

        /** Documented and live. */
        public Builder invalidReason(InvalidReason invalidReason) {
            this.invalidReason = invalidReason;
            return this;
        }

        /** Documented and live. */
        public Builder type(ContactInfoType type) {
            this.type = type;
            return this;
        }

        /** Documented and live. */
        public Builder lastSeen(ZonedDateTime lastSeen) {
            this.lastSeen = lastSeen;
            return this;
        }

        public ApiPersonFeedback build() {
            return new ApiPersonFeedback(
                    personId,
                    linkedinUrl,
                    linkedinId,
                    name,
                    companyId,
                    companyName,
                    companyDomain,
                    title,
                    value,
                    status,
                    invalidReason,
                    type,
                    lastSeen);
        }
    }
}
