/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a report can say beyond the log. Whatever is empty or null is left out of the report. Maps keep their order.
 *
 * @param title the heading
 * @param mode live, dry-run or preview
 * @param duration how long it took
 * @param calls how many requests of each kind, by a name for people
 * @param creditsByDataPoint what the credits are made of
 * @param coverage how full the fields were before and after
 * @param putOff how many writes were put off and tried again, by the CRM's error code
 * @param notes sentences for the end
 * @param showValues whether values of records may be shown; they are personal data
 */
public record ReportDetails(
        String title,
        String mode,
        Duration duration,
        Map<String, Long> calls,
        Map<String, BigDecimal> creditsByDataPoint,
        List<Coverage> coverage,
        Map<String, Long> putOff,
        List<String> notes,
        boolean showValues) {

    /** Nothing but the log, without values. */
    public static final ReportDetails NONE = new ReportDetails(
            "Enrichment report", null, null, Map.of(), Map.of(), List.of(), Map.of(), List.of(), false);

    public ReportDetails {
        calls = Collections.unmodifiableMap(new LinkedHashMap<>(calls));
        creditsByDataPoint = Collections.unmodifiableMap(new LinkedHashMap<>(creditsByDataPoint));
        coverage = List.copyOf(coverage);
        putOff = Collections.unmodifiableMap(new LinkedHashMap<>(putOff));
        notes = List.copyOf(notes);
    }

    public ReportDetails withTitle(String value) {
        return new ReportDetails(value, mode, duration, calls, creditsByDataPoint, coverage, putOff, notes, showValues);
    }

    public ReportDetails withRun(String ranMode, Duration took) {
        return new ReportDetails(title, ranMode, took, calls, creditsByDataPoint, coverage, putOff, notes, showValues);
    }

    public ReportDetails withCalls(Map<String, Long> value) {
        return new ReportDetails(title, mode, duration, value, creditsByDataPoint, coverage, putOff, notes, showValues);
    }

    public ReportDetails withCreditsByDataPoint(Map<String, BigDecimal> value) {
        return new ReportDetails(title, mode, duration, calls, value, coverage, putOff, notes, showValues);
    }

    public ReportDetails withCoverage(List<Coverage> value) {
        return new ReportDetails(title, mode, duration, calls, creditsByDataPoint, value, putOff, notes, showValues);
    }

    public ReportDetails withPutOff(Map<String, Long> value) {
        return new ReportDetails(title, mode, duration, calls, creditsByDataPoint, coverage, value, notes, showValues);
    }

    public ReportDetails withNotes(List<String> value) {
        return new ReportDetails(title, mode, duration, calls, creditsByDataPoint, coverage, putOff, value, showValues);
    }

    public ReportDetails withValues(boolean value) {
        return new ReportDetails(title, mode, duration, calls, creditsByDataPoint, coverage, putOff, notes, value);
    }
}
