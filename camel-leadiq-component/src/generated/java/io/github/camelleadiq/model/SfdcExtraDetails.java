/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 *
 * Generated from schema.graphqls by camel-leadiq-codegen. Do not edit: change the schema, then generate anew.
 */
package io.github.camelleadiq.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the Salesforce app of LeadIQ tells of its own jobs. Other callers leave it out.
 *
 * <p>Live only.
 *
 * @param sfdcUserId Live only.
 * @param updateCreate Live only.
 * @param enrichmentJobType Live only.
 * @param sfdcRecordId Live only.
 * @param orgId Live only.
 * @param companyName Live only.
 * @param frequency Live only.
 * @param batchJobId Live only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SfdcExtraDetails(
        String sfdcUserId,
        RecordBehaviorType updateCreate,
        EnrichJobType enrichmentJobType,
        String sfdcRecordId,
        String orgId,
        String companyName,
        EnrichmentScheduleType frequency,
        String batchJobId) {

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.sfdcUserId = sfdcUserId;
        builder.updateCreate = updateCreate;
        builder.enrichmentJobType = enrichmentJobType;
        builder.sfdcRecordId = sfdcRecordId;
        builder.orgId = orgId;
        builder.companyName = companyName;
        builder.frequency = frequency;
        builder.batchJobId = batchJobId;
        return builder;
    }

    /**
     * Builds a {@link SfdcExtraDetails}. What is not set, or set to null, is absent; each setter replaces what was
     * set before. For use by one thread.
     */
    public static final class Builder {
        private String sfdcUserId;
        private RecordBehaviorType updateCreate;
        private EnrichJobType enrichmentJobType;
        private String sfdcRecordId;
        private String orgId;
        private String companyName;
        private EnrichmentScheduleType frequency;
        private String batchJobId;

        private Builder() {}

        /** Live only. */
        public Builder sfdcUserId(String sfdcUserId) {
            this.sfdcUserId = sfdcUserId;
            return this;
        }

        /** Live only. */
        public Builder updateCreate(RecordBehaviorType updateCreate) {
            this.updateCreate = updateCreate;
            return this;
        }

        /** Live only. */
        public Builder enrichmentJobType(EnrichJobType enrichmentJobType) {
            this.enrichmentJobType = enrichmentJobType;
            return this;
        }

        /** Live only. */
        public Builder sfdcRecordId(String sfdcRecordId) {
            this.sfdcRecordId = sfdcRecordId;
            return this;
        }

        /** Live only. */
        public Builder orgId(String orgId) {
            this.orgId = orgId;
            return this;
        }

        /** Live only. */
        public Builder companyName(String companyName) {
            this.companyName = companyName;
            return this;
        }

        /** Live only. */
        public Builder frequency(EnrichmentScheduleType frequency) {
            this.frequency = frequency;
            return this;
        }

        /** Live only. */
        public Builder batchJobId(String batchJobId) {
            this.batchJobId = batchJobId;
            return this;
        }

        public SfdcExtraDetails build() {
            return new SfdcExtraDetails(
                    sfdcUserId,
                    updateCreate,
                    enrichmentJobType,
                    sfdcRecordId,
                    orgId,
                    companyName,
                    frequency,
                    batchJobId);
        }
    }
}
