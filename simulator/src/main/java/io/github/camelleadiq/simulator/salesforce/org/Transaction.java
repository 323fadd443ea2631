/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import io.github.camelleadiq.simulator.salesforce.schema.FieldDef;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The writes of one request. Applied at once, remembered until the end so that they can be taken back. */
final class Transaction {
    private static final List<String> STAMPS =
            List.of("CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "SystemModstamp");

    private final Org org;
    private final WriteContext by;
    private final Instant now;
    private final List<Change> changes = new ArrayList<>();
    private final List<RecordWrite> writes = new ArrayList<>();
    private final List<String> reassigned = new ArrayList<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    Transaction(Org org, WriteContext by, Instant now) {
        this.org = org;
        this.by = by;
        this.now = now;
    }

    void create(Table table, StoredRecord entry, Map<String, Object> values) {
        if (entry.id() == null) {
            entry.set("Id", table.nextId());
        }
        if (entry.get("OwnerId") == null) {
            entry.set("OwnerId", by.userId());
        }
        entry.set("CreatedDate", now);
        entry.set("CreatedById", by.userId());
        stamp(entry);
        reassign(entry);
        table.add(entry);
        undo.push(() -> table.remove(entry));
        record(WriteKind.CREATE, entry, Map.of(), pick(entry, values), allSet(entry));
    }

    /** Returns whether that changed anything. */
    boolean update(Table table, StoredRecord entry, Map<String, Object> values) {
        return update(table, entry, values, Telling.WHAT_CHANGED);
    }

    /** As {@link #update(Table, StoredRecord, Map)}; of a person's other half there is an event even of no change. */
    void follow(Table table, StoredRecord entry, Map<String, Object> values) {
        update(table, entry, values, Telling.ALWAYS);
    }

    /** As {@link #update(Table, StoredRecord, Map)}; the event of a lead's conversion lacks LastModifiedDate. */
    void convert(Table table, StoredRecord entry, Map<String, Object> values) {
        update(table, entry, values, Telling.CONVERSION);
    }

    private boolean update(Table table, StoredRecord entry, Map<String, Object> values, Telling telling) {
        Object[] before = remember(table, entry);
        StoredRecord old = new StoredRecord(entry.type());
        old.restore(before);
        table.unindex(entry);
        values.forEach(entry::set);
        reassign(entry);
        stamp(entry);
        table.index(entry);
        Map<String, Object> changed = changed(old, entry);
        boolean real = changed.keySet().stream().anyMatch(field -> !STAMPS.contains(field));
        if (telling == Telling.CONVERSION) {
            changed.remove("LastModifiedDate");
        }
        boolean told = real || telling == Telling.ALWAYS;
        record(WriteKind.UPDATE, entry, pick(old, values), pick(entry, values), told ? changed : null);
        return real;
    }

    private enum Telling {
        WHAT_CHANGED,
        ALWAYS,
        CONVERSION
    }

    void delete(Table table, StoredRecord entry, Map<String, Object> values) {
        remember(table, entry);
        entry.set("IsDeleted", true);
        values.forEach(entry::set);
        stamp(entry);
        record(WriteKind.DELETE, entry, Map.of(), Map.of(), Map.of());
    }

    void undelete(Table table, StoredRecord entry) {
        remember(table, entry);
        entry.set("IsDeleted", false);
        stamp(entry);
        record(WriteKind.UNDELETE, entry, Map.of(), Map.of(), allSet(entry));
    }

    void rollback() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
        changes.clear();
        writes.clear();
        reassigned.clear();
    }

    List<Change> changes() {
        return org.rules().mergesEvents() ? merged() : changes;
    }

    List<RecordWrite> writes() {
        return writes;
    }

    List<String> reassigned() {
        return reassigned;
    }

    private Object[] remember(Table table, StoredRecord entry) {
        Object[] before = entry.snapshot();
        undo.push(() -> {
            table.unindex(entry);
            entry.restore(before);
            table.index(entry);
        });
        return before;
    }

    private void stamp(StoredRecord entry) {
        entry.set("LastModifiedDate", now);
        entry.set("LastModifiedById", by.userId());
        entry.set("SystemModstamp", now);
    }

    private void reassign(StoredRecord entry) {
        String assignee = org.assignee();
        if (by.autoAssign() && org.rules().reassigns(entry.type().name()) && !assignee.equals(entry.get("OwnerId"))) {
            entry.set("OwnerId", assignee);
            reassigned.add(entry.id());
        }
    }

    private void record(
            WriteKind kind,
            StoredRecord entry,
            Map<String, Object> before,
            Map<String, Object> after,
            Map<String, Object> event) {
        if (by.silent()) {
            return;
        }
        writes.add(new RecordWrite(
                now, by.client(), by.userId(), kind, entry.type().name(), entry.id(), before, after));
        if (event != null && entry.type().tracked()) {
            changes.add(new Change(entry.type(), List.of(entry.id()), kind, event, by, now));
        }
    }

    private static Map<String, Object> pick(StoredRecord entry, Map<String, Object> fields) {
        Map<String, Object> picked = new LinkedHashMap<>();
        fields.keySet().forEach(field -> picked.put(field, entry.get(field)));
        return picked;
    }

    private static Map<String, Object> changed(StoredRecord old, StoredRecord entry) {
        Map<String, Object> changed = new LinkedHashMap<>();
        for (FieldDef field : entry.type().fields()) {
            Object value = entry.get(field.name());
            if (inEvents(field) && !Objects.equals(value, old.get(field.name()))) {
                changed.put(field.name(), value);
            }
        }
        // every update moves it, even within the same second
        changed.put("LastModifiedDate", entry.get("LastModifiedDate"));
        return changed;
    }

    private static Map<String, Object> allSet(StoredRecord entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (FieldDef field : entry.type().fields()) {
            Object value = entry.get(field.name());
            if (value != null && inEvents(field)) {
                values.put(field.name(), value);
            }
        }
        return values;
    }

    private static boolean inEvents(FieldDef field) {
        return field.formula() == null
                && !List.of("Id", "IsDeleted", "SystemModstamp").contains(field.name());
    }

    /** One event of what happened to several records alike, as far as Salesforce merges: within one second. */
    private List<Change> merged() {
        Map<List<Object>, Change> merged = new LinkedHashMap<>();
        for (Change change : changes) {
            merged.merge(
                    List.of(change.type().name(), change.kind(), change.values()),
                    change,
                    (a, b) -> new Change(
                            a.type(),
                            Stream.concat(a.ids().stream(), b.ids().stream()).toList(),
                            a.kind(),
                            a.values(),
                            a.by(),
                            a.at()));
        }
        return List.copyOf(merged.values());
    }
}
