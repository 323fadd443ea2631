/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.ObjectDescribe;
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
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Takes back what was written, from the log, wherever the record still has our value: what somebody changed since stays.
 * The record counts as enriched all the same, so that it is not filled again before it is due.
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

    private final EnrichmentState state;
    private final Crm crm;
    private final Clock clock;

    public Rollback(EnrichmentState state, Crm crm, Clock clock) {
        this.state = state;
        this.crm = crm;
        this.clock = clock;
    }

    /**
     * What came of a rollback.
     *
     * @param restored fields that have their old value again
     * @param changedSince fields that have somebody else's value by now, and keep it
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

    /** Takes back all that a run wrote. What fails can be taken back by another call. */
    public Result run(String runId) {
        Result result = new Result(0, 0, 0, 0);
        Map<String, Set<String>> pending = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        Iterator<LoggedEntry> entries = state.log().ofRun(runId).iterator();
        while (entries.hasNext()) {
            LogEntry entry = entries.next().entry();
            if (isFieldWritten(entry) && seen.add(entry.objectType() + " " + entry.recordId())) {
                Set<String> ids = pending.computeIfAbsent(entry.objectType(), type -> new LinkedHashSet<>());
                ids.add(entry.recordId());
                if (ids.size() == Crm.MOST) {
                    result = result.plus(page(
                            entry.objectType(), ids, logged -> logged.runId().equals(runId)));
                    pending.remove(entry.objectType());
                }
            }
        }
        for (Map.Entry<String, Set<String>> page : pending.entrySet()) {
            result = result.plus(page(
                    page.getKey(), page.getValue(), logged -> logged.runId().equals(runId)));
        }
        return result;
    }

    /** Takes back all that was ever written to a record. */
    public Result record(String objectType, String recordId) {
        return page(objectType, Set.of(recordId), logged -> true);
    }

    private Result page(String objectType, Set<String> ids, Predicate<LogEntry> which) {
        ObjectDescribe describe = crm.describe(objectType);
        Map<String, List<Written>> written = new LinkedHashMap<>();
        Set<String> fields = new LinkedHashSet<>();
        for (String id : ids) {
            List<Written> ofRecord = written(objectType, id, which);
            written.put(id, ofRecord);
            ofRecord.forEach(field -> fields.add(field.first.entry().field()));
        }
        Map<String, CrmRecord> found = new HashMap<>();
        crm.read(objectType, List.copyOf(ids), fields).forEach(crmRecord -> found.put(crmRecord.id(), crmRecord));
        Result result = new Result(0, 0, 0, 0);
        List<CrmPatch> patches = new ArrayList<>();
        for (Map.Entry<String, List<Written>> ofRecord : written.entrySet()) {
            CrmRecord now = found.get(ofRecord.getKey());
            if (now == null) {
                result = result.plus(new Result(0, 0, 0, ofRecord.getValue().size()));
                continue;
            }
            List<FieldChange> changes = new ArrayList<>();
            for (Written field : ofRecord.getValue()) {
                if (!field.isStillThere(now)) {
                    result = result.plus(new Result(0, 1, 0, 0));
                } else if (!field.isKept()) {
                    result = result.plus(new Result(0, 0, 1, 0));
                } else {
                    changes.add(field.back(now, describe));
                }
            }
            if (!changes.isEmpty()) {
                patches.add(new CrmPatch(objectType, now.id(), changes, Map.of()));
            }
        }
        return patches.isEmpty() ? result : result.plus(write(objectType, patches));
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
        String runId = "rollback:" + UUID.randomUUID();
        for (int i = 0; i < patches.size(); i++) {
            CrmPatch patch = patches.get(i);
            int fields = patch.changes().size();
            if (outcomes.get(i).status() == WriteOutcome.Status.WRITTEN) {
                result = result.plus(new Result(fields, 0, 0, 0));
                patch.changes()
                        .forEach(change -> entries.add(
                                LogEntry.builder(runId, objectType, patch.recordId(), Outcome.ROLLED_BACK, now)
                                        .field(change.field(), text(change.before()), text(change.after()))
                                        .source(change.source(), null)
                                        .build()));
            } else {
                result = result.plus(new Result(0, 0, 0, fields));
            }
        }
        state.log().append(entries);
        return result;
    }

    /** For each field the first and the last that we wrote since the last rollback. */
    private List<Written> written(String objectType, String recordId, Predicate<LogEntry> which) {
        Map<String, Written> fields = new LinkedHashMap<>();
        for (LoggedEntry logged : state.log().ofRecord(objectType, recordId)) {
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

        FieldChange back(CrmRecord now, ObjectDescribe describe) {
            String field = first.entry().field();
            String old = first.entry().oldValue();
            Object value = old == null
                    ? null
                    : describe.field(field)
                            .map(known -> TYPES.get(known.type().toLowerCase(Locale.ROOT)))
                            .<Object>map(type -> type.apply(old))
                            .orElse(old);
            return new FieldChange(field, now.fields().get(field), value, "rollback", null);
        }

        private String hash(Object value) {
            LogEntry entry = first.entry();
            return ValueHash.of(entry.objectType(), entry.recordId(), entry.field(), value);
        }
    }
}
