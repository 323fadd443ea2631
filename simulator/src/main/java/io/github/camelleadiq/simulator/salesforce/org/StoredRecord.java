/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import io.github.camelleadiq.simulator.salesforce.schema.FieldDef;
import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record as it is kept. Only touched under the lock of its org. */
public final class StoredRecord {
    private final ObjectDef type;
    private Object[] values;

    StoredRecord(ObjectDef type) {
        this.type = type;
        this.values = new Object[type.fields().size()];
    }

    public ObjectDef type() {
        return type;
    }

    public String id() {
        return (String) values[0];
    }

    public boolean isDeleted() {
        return Boolean.TRUE.equals(get("IsDeleted"));
    }

    /** The value of a field, or null if it is empty or unknown. */
    public Object get(String field) {
        int index = type.index(field);
        return index < 0 ? null : get(index);
    }

    private Object get(int index) {
        FieldDef field = type.fields().get(index);
        return field.formula() == null ? values[index] : field.formula().apply(this::get);
    }

    void set(String field, Object value) {
        int index = type.index(field);
        if (index >= 0) {
            values[index] = value;
        }
    }

    /** All fields by their names. */
    public Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            view.put(type.fields().get(i).name(), get(i));
        }
        return view;
    }

    Object[] snapshot() {
        return values.clone();
    }

    void restore(Object[] snapshot) {
        values = snapshot;
    }

    @Override
    public String toString() {
        return type.name() + " " + id();
    }
}
