/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** All records of one object, in the order of their ids. Only touched under the lock of its org. */
public final class Table {
    private final ObjectDef type;
    private final NavigableMap<String, StoredRecord> records = new TreeMap<>();
    private final Map<String, Set<String>> byEmail = new HashMap<>();
    private long last;

    Table(ObjectDef type) {
        this.type = type;
    }

    public ObjectDef type() {
        return type;
    }

    /** All records, deleted ones too, by id. */
    public NavigableMap<String, StoredRecord> records() {
        return records;
    }

    String nextId() {
        return RecordIds.of(type.keyPrefix(), ++last);
    }

    void add(StoredRecord entry) {
        records.put(entry.id(), entry);
        index(entry);
    }

    void remove(StoredRecord entry) {
        unindex(entry);
        records.remove(entry.id());
    }

    void index(StoredRecord entry) {
        String key = emailOf(entry);
        if (key != null) {
            byEmail.computeIfAbsent(key, k -> new HashSet<>(2)).add(entry.id());
        }
    }

    void unindex(StoredRecord entry) {
        String key = emailOf(entry);
        if (key != null && byEmail.containsKey(key)) {
            byEmail.get(key).remove(entry.id());
        }
    }

    /** Whether another record that is not deleted has the same email address. */
    boolean hasTwin(StoredRecord entry) {
        String key = emailOf(entry);
        return key != null
                && byEmail.getOrDefault(key, Set.of()).stream()
                        .anyMatch(
                                id -> !id.equals(entry.id()) && !records.get(id).isDeleted());
    }

    private static String emailOf(StoredRecord entry) {
        return entry.get("Email") instanceof String email ? email.toLowerCase(Locale.ROOT) : null;
    }
}
