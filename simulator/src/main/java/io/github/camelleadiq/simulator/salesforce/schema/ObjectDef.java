/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** An object with its fields. Names are found whatever their case, as in Salesforce. */
public final class ObjectDef {
    private final String name;
    private final String keyPrefix;
    private final boolean tracked;
    private final List<FieldDef> fields;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    /** @param tracked its changes make events */
    public ObjectDef(String name, String keyPrefix, boolean tracked, List<FieldDef> fields) {
        this.name = name;
        this.keyPrefix = keyPrefix;
        this.tracked = tracked;
        this.fields = List.copyOf(fields);
        for (int i = 0; i < fields.size(); i++) {
            indexes.put(fields.get(i).name().toLowerCase(Locale.ROOT), i);
        }
    }

    public String name() {
        return name;
    }

    /** The first three characters of its ids. */
    public String keyPrefix() {
        return keyPrefix;
    }

    public boolean tracked() {
        return tracked;
    }

    public List<FieldDef> fields() {
        return fields;
    }

    /** Where a record keeps the field, or -1. */
    public int index(String field) {
        Integer exact = indexes.get(field.toLowerCase(Locale.ROOT));
        return exact == null ? -1 : exact;
    }

    /** The field, or null. */
    public FieldDef field(String field) {
        int index = index(field);
        return index < 0 ? null : fields.get(index);
    }

    /** The reference that a relation goes by, or null. */
    public FieldDef relation(String relation) {
        return fields.stream()
                .filter(f -> relation.equalsIgnoreCase(f.relation()))
                .findFirst()
                .orElse(null);
    }

    /** This object with a field added or replaced. */
    public ObjectDef with(FieldDef field) {
        List<FieldDef> more = new ArrayList<>(fields);
        int index = index(field.name());
        if (index < 0) {
            more.add(field);
        } else {
            more.set(index, field);
        }
        return new ObjectDef(name, keyPrefix, tracked, more);
    }

    /** This object without some of its fields. */
    public ObjectDef without(Predicate<FieldDef> unwanted) {
        return new ObjectDef(
                name,
                keyPrefix,
                tracked,
                fields.stream().filter(unwanted.negate()).toList());
    }
}
