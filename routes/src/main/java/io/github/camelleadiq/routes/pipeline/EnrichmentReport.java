/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.state.EnrichmentLog;
import io.github.camelleadiq.routes.state.LoggedEntry;
import io.github.camelleadiq.routes.state.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run came to, from the log: for people, as a page or a table. Samples have values, which are personal data.
 *
 * @param runId the run or stream
 * @param records how many records came to each outcome
 * @param filled how often each field was written, by object and field
 * @param refusals how often each reason was given, by reason
 * @param sources how often values came from where, by path into LeadIQ's answer
 * @param statuses how often values had which verification status
 * @param credits what was spent
 * @param paying records that something was spent on
 * @param firstAt when the first entry was written; null if there is none
 * @param lastAt when the last one was; null if there is none
 * @param samples some fields before and after
 */
public record EnrichmentReport(
        String runId,
        Map<Outcome, Long> records,
        Map<String, Long> filled,
        Map<String, Long> refusals,
        Map<String, Long> sources,
        Map<String, Long> statuses,
        BigDecimal credits,
        long paying,
        Instant firstAt,
        Instant lastAt,
        List<Sample> samples) {

    /**
     * One field of one record.
     *
     * @param before null if it was empty, or not kept
     * @param after null if it was blanked, or not kept
     * @param confidence of the match; null if there was none
     */
    public record Sample(
            String objectType,
            String recordId,
            String field,
            String before,
            String after,
            String source,
            String status,
            Double confidence) {
        /** Without values, which are personal data. */
        @Override
        public String toString() {
            return objectType + " " + recordId + " " + field;
        }
    }

    /**
     * The report of a run; reads its log once, page by page.
     *
     * @param samples how many fields to show at most
     */
    public static EnrichmentReport of(EnrichmentLog log, String runId, int samples) {
        ReportBuilder builder = new ReportBuilder(runId, samples);
        log.ofRun(runId).map(LoggedEntry::entry).forEach(builder::add);
        return builder.build();
    }
}
