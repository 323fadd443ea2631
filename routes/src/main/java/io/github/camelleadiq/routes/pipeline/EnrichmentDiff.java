/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.plan.EnrichmentPlan;
import io.github.camelleadiq.routes.core.profile.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would be changed in one record, found out without writing.
 *
 * @param objectType the CRM's name of the object
 * @param recordId the CRM's id of the record
 * @param sampled whether LeadIQ was asked, so that the new values are known
 * @param fields what would become of which field
 * @param dataPoints what would be bought, such as {@code profile,email}
 * @param estimatedCredits what that costs at the component's prices if LeadIQ finds the record; a company that another
 *     record of the run has as well counts with the first of them
 */
public record EnrichmentDiff(
        String objectType,
        String recordId,
        boolean sampled,
        List<Field> fields,
        String dataPoints,
        BigDecimal estimatedCredits) {
    public EnrichmentDiff {
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param name the CRM's name of the field
     * @param before the value that it has; null if empty
     * @param after the value that it would get; null if it is not known, or refused
     * @param source where it would come from
     * @param refusal why the value would not be written; null if it would
     */
    public record Field(String name, Object before, Object after, String source, String refusal) {
        /** Without values, which are personal data. */
        @Override
        public String toString() {
            return name + (source == null ? "" : " from " + source) + (refusal == null ? "" : " refused: " + refusal);
        }

        /** With the values: personal data. */
        private String withValues(boolean sampled) {
            String values = refusal != null ? text(before) : text(before) + " -> " + (sampled ? text(after) : "?");
            return this + ": " + values;
        }

        private static String text(Object value) {
            // on one line, whatever stands in it
            return value == null ? "empty" : "'" + value.toString().replaceAll("\\p{Cntrl}", " ") + "'";
        }
    }

    static EnrichmentDiff of(RecordContext item, BigDecimal estimatedCredits) {
        EnrichmentPlan plan = item.plan();
        boolean sampled = item.merged() != null;
        return new EnrichmentDiff(
                plan.objectType(),
                plan.recordId(),
                sampled,
                sampled ? merged(item) : wanted(item),
                plan.dataPointsOption(),
                estimatedCredits);
    }

    private static List<Field> merged(RecordContext item) {
        Stream<Field> changes = item.merged().patch().changes().stream()
                .map(change -> new Field(change.field(), change.before(), change.after(), change.source(), null));
        Stream<Field> refusals = item.merged().refusals().stream()
                .map(refusal -> new Field(
                        refusal.field(),
                        item.crmRecord().fields().get(refusal.field()),
                        null,
                        null,
                        refusal.reason().name()));
        return Stream.concat(changes, refusals).toList();
    }

    private static List<Field> wanted(RecordContext item) {
        return item.plan().wanted().entrySet().stream()
                .map(wanted -> new Field(
                        wanted.getKey(),
                        item.crmRecord().fields().get(wanted.getKey()),
                        null,
                        wanted.getValue().stream().map(Source::path).sorted().collect(Collectors.joining(",")),
                        null))
                .toList();
    }

    /** Without values, which are personal data. */
    @Override
    public String toString() {
        return line(fields.toString());
    }

    /** The same with the values that are known, old and new: personal data. */
    public String withValues() {
        return line(
                fields.stream().map(field -> field.withValues(sampled)).toList().toString());
    }

    private String line(String what) {
        return objectType + " " + recordId + " " + what + " for " + estimatedCredits.toPlainString();
    }
}
