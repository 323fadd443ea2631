/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.report;

import io.github.camelleadiq.routes.pipeline.EnrichmentReport;
import io.github.camelleadiq.routes.state.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several runs as one, such as a stream and the backfills of several objects. */
public final class JoinedReports {

    private JoinedReports() {}

    /** @param name of the whole; runs without an entry in the log add nothing */
    public static EnrichmentReport of(String name, List<EnrichmentReport> reports) {
        Map<Outcome, Long> records = new EnumMap<>(Outcome.class);
        reports.forEach(report -> report.records().forEach((key, count) -> records.merge(key, count, Long::sum)));
        return new EnrichmentReport(
                name,
                records,
                sum(reports, EnrichmentReport::filled),
                sum(reports, EnrichmentReport::refusals),
                sum(reports, EnrichmentReport::sources),
                sum(reports, EnrichmentReport::statuses),
                reports.stream().map(EnrichmentReport::credits).reduce(BigDecimal.ZERO, BigDecimal::add),
                reports.stream().mapToLong(EnrichmentReport::paying).sum(),
                times(reports, EnrichmentReport::firstAt)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                times(reports, EnrichmentReport::lastAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                reports.stream().flatMap(report -> report.samples().stream()).toList());
    }

    private static Map<String, Long> sum(
            List<EnrichmentReport> reports, Function<EnrichmentReport, Map<String, Long>> counts) {
        return reports.stream()
                .flatMap(report -> counts.apply(report).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
    }

    private static Stream<Instant> times(List<EnrichmentReport> reports, Function<EnrichmentReport, Instant> time) {
        return reports.stream().map(time).filter(Objects::nonNull);
    }
}
