/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.RecordId;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.LoggedEntry;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.routes.state.OwnWrite;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Takes back what was written, from the log, wherever the record still has our value: what was changed since stays.
 * LeadIQ's id, which was stored beside the values, goes with them, or the record would be asked about by it again. The record
 * counts as enriched all the same, so that it is not filled again before it is due.
 */
public final class Rollback {
    private static final Map<String, Function<String, Object>> TYPES = Map.of(
            "int", Long::valueOf,
            "integer", Long::valueOf,
            "double", BigDecimal::new,
            "currency", BigDecimal::new,
            "percent", BigDecimal::new,
            "number", BigDecimal::new,
            "boolean", Boolean::valueOf);

    /** Marks the change that takes back an id: it is not counted, for it is no enrichment. */
    private static final String ID = "rollback of the id";

    private final EnrichmentState state;
    private final Crm crm;
    private final Clock clock;
    private final String rollbackId = "rollback:" + UUID.randomUUID();

    public Rollback(EnrichmentState state, Crm crm, Clock clock) {
        this.state = state;
        this.crm = crm;
        this.clock = clock;
    }

    /**
     * What came of a rollback.
     *
     * @param restored fields that have their old value again
     * @param changedSince fields that have another value by now, and keep it
     * @param notKept fields whose old value was not kept or was erased
     * @param failed fields of records that the CRM did not take, or does not have any more
     */
    public record Result(int restored, int changedSince, int notKept, int failed) {
        Result plus(Result other) {
            return new Result(
                    restored + other.restored,
                    changedSince + other.changedSince,
                    notKept + other.notKept,
                    failed + other.failed);
        }
    }

    /**
     * Takes back all that a run wrote, up to 200 records at a time. What fails, and what a crash kept from being done, can
     * be taken back by another call.
     */
    public Result run(String runId) {
        Predicate<LogEntry> ofRun = logged -> logged.runId().equals(runId);
        Result result = new Result(0, 0, 0, 0);
        Map<String, Map<String, Long>> pending = new LinkedHashMap<>();
        Iterator<LoggedEntry> entries = state.log().ofRun(runId).iterator();
        while (entries.hasNext()) {
            LoggedEntry logged = entries.next();
            LogEntry entry = logged.entry();
            if (isFieldWritten(entry)) {
                Map<String, Long> records = pending.computeIfAbsent(entry.objectType(), type -> new LinkedHashMap<>());
                records.putIfAbsent(entry.recordId(), logged.id());
                if (records.size() == Crm.MOST) {
                    result = result.plus(page(entry.objectType(), records, ofRun));
                    records.clear();
                }
            }
        }
        for (Map.Entry<String, Map<String, Long>> page : pending.entrySet()) {
            result = result.plus(page(page.getKey(), page.getValue(), ofRun));
        }
        return result;
    }

    /** Takes back all that was ever written to a record. */
    public Result record(String objectType, String recordId) {
        return page(objectType, Map.of(RecordId.of(recordId), 0L), logged -> true);
    }

    /** @param records where in the log each begins; one that begins before that was in an earlier page */
    private Result page(String objectType, Map<String, Long> records, Predicate<LogEntry> which) {
        Map<String, List<Written>> written = new LinkedHashMap<>();
        Map<String, StoredId> ids = new HashMap<>();
        Set<String> fields = new LinkedHashSet<>();
        records.forEach((id, begin) -> {
            List<LoggedEntry> log = state.log().ofRecord(objectType, id);
            List<Written> ofRecord = begin > begin(log, which) ? List.of() : written(log, which);
            if (!ofRecord.isEmpty()) {
                written.put(id, ofRecord);
                ofRecord.forEach(field -> fields.add(field.name()));
                storedId(log, which).ifPresent(stored -> {
                    ids.put(id, stored);
                    fields.add(stored.field());
                });
            }
        });
        return written.isEmpty() ? new Result(0, 0, 0, 0) : takeBack(objectType, written, ids, fields);
    }

    private Result takeBack(
            String objectType, Map<String, List<Written>> written, Map<String, StoredId> ids, Set<String> fields) {
        ObjectDescribe describe = crm.describe(objectType);
        Map<String, CrmRecord> found = new HashMap<>();
        crm.read(objectType, List.copyOf(written.keySet()), fields)
                .forEach(crmRecord -> found.put(crmRecord.id(), crmRecord));
        Result result = new Result(0, 0, 0, 0);
        List<CrmPatch> patches = new ArrayList<>();
        List<LogEntry> unlogged = new ArrayList<>();
        for (Map.Entry<String, List<Written>> ofRecord : written.entrySet()) {
            CrmRecord now = found.get(ofRecord.getKey());
            if (now == null) {
                result = result.plus(new Result(0, 0, 0, ofRecord.getValue().size()));
                continue;
            }
            List<FieldChange> changes = new ArrayList<>();
            for (Written field : ofRecord.getValue()) {
                if (!field.isStillThere(now)) {
                    boolean isBack = isBack(field, now);
                    result = result.plus(isBack ? new Result(1, 0, 0, 0) : new Result(0, 1, 0, 0));
                    if (isBack) {
                        unlogged.add(entry(
                                objectType,
                                now.id(),
                                field.back(field.last.entry().newValue(), describe)));
                    }
                } else if (!field.isKept()) {
                    result = result.plus(new Result(0, 0, 1, 0));
                } else {
                    changes.add(field.back(now.fields().get(field.name()), describe));
                }
            }
            StoredId id = ids.get(ofRecord.getKey());
            if (id != null && id.isStillThere(now)) {
                changes.add(id.back());
            }
            if (!changes.isEmpty()) {
                patches.add(new CrmPatch(objectType, now.id(), changes, Map.of()));
            }
        }
        state.log().append(unlogged);
        return patches.isEmpty() ? result : result.plus(write(objectType, patches));
    }

    /** A rollback that came to its end before it could log that: the old value is there, and we have written it. */
    private boolean isBack(Written field, CrmRecord now) {
        LogEntry entry = field.first.entry();
        String hash = field.hash(now.fields().get(entry.field()));
        return hash.equals(field.first.oldHash())
                && state.ownWrites().isOurs(entry.objectType(), entry.recordId(), Map.of(entry.field(), hash));
    }

    private Result write(String objectType, List<CrmPatch> patches) {
        Instant now = clock.instant();
        state.ownWrites()
                .intend(
                        patches.stream()
                                .flatMap(patch -> patch.changes().stream()
                                        .map(change -> OwnWrite.of(
                                                objectType, patch.recordId(), change.field(), change.after())))
                                .toList(),
                        now);
        List<WriteOutcome> outcomes = crm.write(objectType, patches);
        Result result = new Result(0, 0, 0, 0);
        List<LogEntry> entries = new ArrayList<>();
        for (int i = 0; i < patches.size(); i++) {
            CrmPatch patch = patches.get(i);
            int fields = (int) patch.changes().stream()
                    .filter(change -> !change.source().equals(ID))
                    .count();
            if (outcomes.get(i).status() == WriteOutcome.Status.WRITTEN) {
                result = result.plus(new Result(fields, 0, 0, 0));
                patch.changes().forEach(change -> entries.add(entry(objectType, patch.recordId(), change)));
            } else {
                result = result.plus(new Result(0, 0, 0, fields));
            }
        }
        state.log().append(entries);
        return result;
    }

    private LogEntry entry(String objectType, String recordId, FieldChange change) {
        return LogEntry.builder(rollbackId, objectType, recordId, Outcome.ROLLED_BACK, clock.instant())
                .field(change.field(), text(change.before()), text(change.after()))
                .source(change.source(), null)
                .build();
    }

    private static long begin(List<LoggedEntry> log, Predicate<LogEntry> which) {
        return log.stream()
                .filter(logged -> isFieldWritten(logged.entry()) && which.test(logged.entry()))
                .mapToLong(LoggedEntry::id)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** For each field the first and the last that we wrote since the last rollback. */
    private static List<Written> written(List<LoggedEntry> log, Predicate<LogEntry> which) {
        Map<String, Written> fields = new LinkedHashMap<>();
        for (LoggedEntry logged : log) {
            if (logged.entry().outcome() == Outcome.ROLLED_BACK) {
                fields.remove(logged.entry().field());
            } else if (isFieldWritten(logged.entry()) && which.test(logged.entry())) {
                fields.merge(
                        logged.entry().field(),
                        new Written(logged, logged),
                        (one, other) -> new Written(one.first, other.last));
            }
        }
        return List.copyOf(fields.values());
    }

    /** The id that was stored last since the last rollback, and what was there before the first. */
    private static Optional<StoredId> storedId(List<LoggedEntry> log, Predicate<LogEntry> which) {
        StoredId stored = null;
        for (LoggedEntry logged : log) {
            LogEntry entry = logged.entry();
            if (stored != null && entry.outcome() == Outcome.ROLLED_BACK && stored.field.equals(entry.field())) {
                stored = null;
            } else if (isIdStored(entry) && which.test(entry)) {
                stored = new StoredId(
                        entry.source(), stored == null ? entry.oldValue() : stored.before, entry.newValue());
            }
        }
        return Optional.ofNullable(stored);
    }

    /** The entry of a record as a whole names the field into which LeadIQ's id went. */
    private static boolean isIdStored(LogEntry entry) {
        return entry.field() == null
                && entry.outcome() == Outcome.WRITTEN
                && entry.source() != null
                && entry.newValue() != null;
    }

    private record StoredId(String field, String before, String after) {
        boolean isStillThere(CrmRecord now) {
            return after.equals(now.text(field));
        }

        FieldChange back() {
            return new FieldChange(field, after, before, ID, null);
        }
    }

    private static boolean isFieldWritten(LogEntry entry) {
        return entry.field() != null && entry.outcome() == Outcome.WRITTEN;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** What was written to one field. */
    private record Written(LoggedEntry first, LoggedEntry last) {
        boolean isStillThere(CrmRecord now) {
            return hash(now.fields().get(last.entry().field())).equals(last.newHash());
        }

        /** An old value that was not kept looks like none; its hash tells. */
        boolean isKept() {
            return hash(first.entry().oldValue()).equals(first.oldHash());
        }

        String name() {
            return first.entry().field();
        }

        FieldChange back(Object from, ObjectDescribe describe) {
            String field = name();
            String old = first.entry().oldValue();
            Object value = old == null
                    ? null
                    : describe.field(field)
                            .map(known -> TYPES.get(known.type().toLowerCase(Locale.ROOT)))
                            .<Object>map(type -> type.apply(old))
                            .orElse(old);
            return new FieldChange(field, from, value, "rollback", null);
        }

        private String hash(Object value) {
            LogEntry entry = first.entry();
            return ValueHash.of(entry.objectType(), entry.recordId(), entry.field(), value);
        }
    }
}
