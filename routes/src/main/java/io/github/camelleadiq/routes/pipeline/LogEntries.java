/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.match.Scored;
import io.github.camelleadiq.routes.core.profile.Source;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the log says of a record: an entry for the record, which has its credits, and one for each field. */
final class LogEntries {
    private LogEntries() {}

    /** Empty for a record that lacks nothing, and for one that leaves no trace. */
    static List<LogEntry> of(Batch batch, RecordContext item, Instant now) {
        List<LogEntry> entries = new ArrayList<>();
        Entry entry = new Entry(batch, item, now);
        if (item.fate() instanceof Disposition.Done done && done.outcome() == Outcome.NOTHING_MISSING) {
            // most records of most orgs: they are counted, and an entry for each would be most of the log
            return entries;
        }
        if (item.fate() instanceof Disposition.Done done) {
            entries.add(entry.ofRecord(done.outcome(), done.reason()));
            if (done.outcome() == Outcome.DRY_RUN) {
                entries.addAll(entry.wouldBe());
            } else if (done.outcome() == Outcome.WRITTEN) {
                entries.addAll(entry.changes(Outcome.WRITTEN));
            }
            entries.addAll(entry.refusals());
        } else if (item.fate() instanceof Disposition.Dead dead) {
            entries.add(entry.ofRecord(dead.outcome(), dead.reason()));
        } else if (item.fate() instanceof Disposition.Later later
                && item.credits().signum() != 0
                && !isIntended(item)) {
            entries.add(entry.ofRecord(Outcome.PUT_OFF, later.reason()));
        }
        return entries;
    }

    /** What was spent on a record just now, whatever comes of it. */
    static LogEntry bought(Batch batch, String recordId, BigDecimal credits, Instant now) {
        return LogEntry.builder(batch.runId(), batch.setup().profile().object(), recordId, Outcome.INTENDED, now)
                .correlationId(batch.correlationId())
                .credits(credits)
                .reason("bought; its worker came to an end before it knew what comes of it")
                .build();
    }

    /** Such an entry stays, with the credits, until it is settled. */
    static boolean isIntended(RecordContext item) {
        return item.merged() != null && item.fate() != WriteStep.LEASE_LOST;
    }

    /** Before the write. */
    static List<LogEntry> intended(Batch batch, RecordContext item, Instant now) {
        Entry entry = new Entry(batch, item, now);
        List<LogEntry> entries = new ArrayList<>(List.of(entry.ofRecord(Outcome.INTENDED, null)));
        entries.addAll(entry.changes(Outcome.INTENDED));
        return entries;
    }

    private record Entry(Batch batch, RecordContext item, Instant now) {
        LogEntry ofRecord(Outcome outcome, String reason) {
            List<Scored> candidates = Endings.candidates(item.match());
            String ids = candidates.stream()
                    .map(scored -> scored.candidate().id())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            // by the field and what was there, a rollback takes back the id that we stored beside the fields
            String stamp = stampOfId();
            return builder(outcome)
                    .source(stamp, null)
                    .values(
                            stamp == null
                                    ? null
                                    : text(item.crmRecord().fields().get(stamp)),
                            ids.isEmpty() ? null : ids)
                    .confidence(confidence())
                    .credits(item.credits())
                    .reason(reason)
                    .build();
        }

        /** The field into which LeadIQ's id goes; null if none was written. */
        private String stampOfId() {
            String field = batch.setup().profile().stamps().leadiqId();
            return field != null
                            && item.merged() != null
                            && item.merged().patch().stamps().containsKey(field)
                    ? field
                    : null;
        }

        List<LogEntry> changes(Outcome outcome) {
            return item.merged().patch().changes().stream()
                    .map(change -> builder(outcome)
                            .field(change.field(), text(change.before()), text(change.after()))
                            .source(change.source(), change.status())
                            .confidence(confidence())
                            .build())
                    .toList();
        }

        /** Of a sample what would be written, of the others what would be asked for. */
        List<LogEntry> wouldBe() {
            if (item.merged() != null) {
                return changes(Outcome.DRY_RUN);
            }
            return item.plan().wanted().entrySet().stream()
                    .map(wanted -> builder(Outcome.DRY_RUN)
                            .field(
                                    wanted.getKey(),
                                    text(item.crmRecord().fields().get(wanted.getKey())),
                                    null)
                            .source(paths(wanted.getValue()), null)
                            .build())
                    .toList();
        }

        List<LogEntry> refusals() {
            if (item.merged() == null) {
                return List.of();
            }
            return item.merged().refusals().stream()
                    .map(refusal -> builder(Outcome.REFUSED)
                            .field(refusal.field(), null, null)
                            .reason(refusal.reason() + ": " + refusal.text())
                            .build())
                    .toList();
        }

        private LogEntry.Builder builder(Outcome outcome) {
            return LogEntry.builder(batch.runId(), batch.setup().profile().object(), item.recordId(), outcome, now)
                    .correlationId(batch.correlationId());
        }

        private Double confidence() {
            return Endings.candidates(item.match()).stream()
                    .findFirst()
                    .map(Scored::confidence)
                    .orElse(null);
        }

        private static String paths(Set<Source> sources) {
            return sources.stream().map(Source::path).sorted().collect(Collectors.joining(","));
        }

        private static String text(Object value) {
            return value == null ? null : value.toString();
        }
    }
}
