/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * What was done with a record or one of its fields, and at what cost. Made with {@link #builder}.
 *
 * @param runId the run or stream that it belongs to
 * @param correlationId joins it with LeadIQ's and the CRM's own logs; null if there is none
 * @param objectType the CRM's name of the object
 * @param recordId the CRM's id of the record
 * @param field the CRM's name of the field; null for the record as a whole
 * @param oldValue the value before; null if empty or not kept
 * @param newValue the value after; of an ambiguous match, the candidates; null if empty or not kept
 * @param source where the new value is from: a path into LeadIQ's answer
 * @param status LeadIQ's verification status of the value
 * @param confidence of the match, 0 to 1; null if there was none
 * @param credits what was spent; write it into one entry of a record only, for entries are summed up
 * @param outcome what came of it
 * @param at when
 * @param reason why, for people; not for values, which belong in the fields for values
 */
public record LogEntry(
        String runId,
        String correlationId,
        String objectType,
        String recordId,
        String field,
        String oldValue,
        String newValue,
        String source,
        String status,
        Double confidence,
        BigDecimal credits,
        Outcome outcome,
        Instant at,
        String reason) {
    public LogEntry {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(objectType, "objectType");
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(credits, "credits");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(at, "at");
    }

    /** Begins with what every entry has. */
    public static Builder builder(String runId, String objectType, String recordId, Outcome outcome, Instant at) {
        return new Builder(runId, objectType, recordId, outcome, at);
    }

    /** Without values, which are personal data, and without the reason, which can quote them. */
    @Override
    public String toString() {
        return objectType + " " + recordId + (field == null ? "" : " " + field) + " " + outcome + " in run " + runId;
    }

    /** For a type with more parts than anybody can count. What is not set is null; credits are 0. */
    public static final class Builder {
        private final String runId;
        private final String objectType;
        private final String recordId;
        private final Outcome outcome;
        private final Instant at;
        private String correlationId;
        private String field;
        private String oldValue;
        private String newValue;
        private String source;
        private String status;
        private Double confidence;
        private BigDecimal credits = BigDecimal.ZERO;
        private String reason;

        private Builder(String runId, String objectType, String recordId, Outcome outcome, Instant at) {
            this.runId = runId;
            this.objectType = objectType;
            this.recordId = recordId;
            this.outcome = outcome;
            this.at = at;
        }

        public Builder correlationId(String id) {
            this.correlationId = id;
            return this;
        }

        public Builder field(String name, String before, String after) {
            this.field = name;
            this.oldValue = before;
            this.newValue = after;
            return this;
        }

        /** Without a field: what belongs to the record as a whole, such as the candidates of an ambiguous match. */
        public Builder values(String before, String after) {
            return field(null, before, after);
        }

        public Builder source(String path, String verificationStatus) {
            this.source = path;
            this.status = verificationStatus;
            return this;
        }

        public Builder confidence(Double zeroToOne) {
            this.confidence = zeroToOne;
            return this;
        }

        public Builder credits(BigDecimal spent) {
            this.credits = spent;
            return this;
        }

        public Builder reason(String why) {
            this.reason = why;
            return this;
        }

        public LogEntry build() {
            return new LogEntry(
                    runId,
                    correlationId,
                    objectType,
                    recordId,
                    field,
                    oldValue,
                    newValue,
                    source,
                    status,
                    confidence,
                    credits,
                    outcome,
                    at,
                    reason);
        }
    }
}
