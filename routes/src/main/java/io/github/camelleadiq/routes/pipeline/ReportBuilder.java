/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts log entries. */
final class ReportBuilder {
    private final String runId;
    private final int mostSamples;
    private final Map<Outcome, Long> records = new EnumMap<>(Outcome.class);
    private final Map<String, Long> filled = new TreeMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<String, Long> sources = new TreeMap<>();
    private final Map<String, Long> statuses = new TreeMap<>();
    private final List<EnrichmentReport.Sample> samples = new ArrayList<>();
    private BigDecimal credits = BigDecimal.ZERO;
    private long paying;
    private Instant firstAt;
    private Instant lastAt;

    ReportBuilder(String runId, int mostSamples) {
        this.runId = runId;
        this.mostSamples = mostSamples;
    }

    void add(LogEntry entry) {
        firstAt = firstAt == null ? entry.at() : firstAt;
        lastAt = entry.at();
        credits = credits.add(entry.credits());
        paying += entry.credits().signum() > 0 ? 1 : 0;
        if (entry.field() == null) {
            ofRecord(entry);
        } else {
            ofField(entry);
        }
    }

    private void ofRecord(LogEntry entry) {
        if (entry.outcome() != Outcome.INTENDED) {
            count(records, entry.outcome());
        }
        if (entry.outcome() == Outcome.REFUSED || entry.outcome() == Outcome.FAILED) {
            count(refusals, reason(entry));
        }
    }

    private void ofField(LogEntry entry) {
        if (entry.outcome() == Outcome.REFUSED) {
            count(refusals, reason(entry));
        }
        if (entry.outcome() != Outcome.WRITTEN && entry.outcome() != Outcome.DRY_RUN) {
            return;
        }
        count(filled, entry.objectType() + "." + entry.field());
        if (entry.source() != null) {
            count(sources, entry.source());
        }
        if (entry.status() != null) {
            count(statuses, entry.status());
        }
        if (samples.size() < mostSamples) {
            samples.add(new EnrichmentReport.Sample(
                    entry.objectType(),
                    entry.recordId(),
                    entry.field(),
                    entry.oldValue(),
                    entry.newValue(),
                    entry.source(),
                    entry.status(),
                    entry.confidence()));
        }
    }

    /** The kind of reason; what follows is about the record. */
    private static String reason(LogEntry entry) {
        return entry.reason() == null ? entry.outcome().name() : entry.reason().split(":", 2)[0];
    }

    private static <K> void count(Map<K, Long> counts, K key) {
        counts.merge(key, 1L, Long::sum);
    }

    EnrichmentReport build() {
        return new EnrichmentReport(
                runId,
                Collections.unmodifiableMap(records),
                Collections.unmodifiableMap(filled),
                Collections.unmodifiableMap(refusals),
                Collections.unmodifiableMap(sources),
                Collections.unmodifiableMap(statuses),
                credits,
                paying,
                firstAt,
                lastAt,
                List.copyOf(samples));
    }
}
