/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.schema;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A field of an object.
 *
 * @param name       API name
 * @param length     characters a text may have, 0 of anything else
 * @param nillable   may be empty
 * @param writable   may be set by create and update
 * @param restricted a picklist that accepts nothing but its values
 * @param picklist   active values of a picklist, of one choice or of several
 * @param labels     what people see of them; values that are their own label can be left out
 * @param target     the object that a reference leads to, or null
 * @param relation   name of the way there in a query, {@code Account}, or null
 * @param eventPath  where a change event has it, {@code Name.FirstName}; the plain name unless part of a compound
 * @param initial    value of a new record that does not say otherwise, or null
 * @param formula    computes the value out of the others, or null
 */
public record FieldDef(
        String name,
        FieldType type,
        int length,
        boolean nillable,
        boolean writable,
        boolean restricted,
        List<String> picklist,
        Map<String, String> labels,
        String target,
        String relation,
        String eventPath,
        Object initial,
        Function<Function<String, Object>, Object> formula) {
    private static final int LONGEST_FILTERABLE = 255;

    /** A field that may be empty and written. */
    public static FieldDef of(String name, FieldType type, int length) {
        return new FieldDef(name, type, length, true, true, false, List.of(), Map.of(), null, null, name, null, null);
    }

    /** A text of one line. */
    public static FieldDef text(String name, int length) {
        return of(name, FieldType.STRING, length);
    }

    /** A picklist that accepts other values as well. */
    public static FieldDef picklist(String name, String... values) {
        return new FieldDef(
                name,
                FieldType.PICKLIST,
                255,
                true,
                true,
                false,
                List.of(values),
                Map.of(),
                null,
                null,
                name,
                null,
                null);
    }

    /** This picklist with other labels than values, as an org has them that was set up by codes. */
    public FieldDef labelled(Map<String, String> byValue) {
        return new FieldDef(
                name,
                type,
                length,
                nillable,
                writable,
                restricted,
                picklist,
                Map.copyOf(byValue),
                target,
                relation,
                eventPath,
                initial,
                formula);
    }

    /** A picklist of which a record can have several values. */
    public static FieldDef multipicklist(String name, String... values) {
        FieldDef one = picklist(name, values);
        return new FieldDef(
                name,
                FieldType.MULTIPICKLIST,
                4_099,
                true,
                true,
                false,
                one.picklist,
                Map.of(),
                null,
                null,
                name,
                null,
                null);
    }

    /** A checkbox, off in a new record. */
    public static FieldDef checkbox(String name) {
        return new FieldDef(
                name,
                FieldType.BOOLEAN,
                0,
                false,
                true,
                false,
                List.of(),
                Map.of(),
                null,
                null,
                name,
                Boolean.FALSE,
                null);
    }

    public static FieldDef reference(String name, String target, String relation) {
        return new FieldDef(
                name,
                FieldType.REFERENCE,
                18,
                true,
                true,
                false,
                List.of(),
                Map.of(),
                target,
                relation,
                name,
                null,
                null);
    }

    /** A field that follows from others. */
    public static FieldDef formula(
            String name, FieldType type, int length, Function<Function<String, Object>, Object> formula) {
        return new FieldDef(
                name, type, length, true, false, false, List.of(), Map.of(), null, null, name, null, formula);
    }

    /** This one, never empty. */
    public FieldDef required() {
        return new FieldDef(
                name,
                type,
                length,
                false,
                writable,
                restricted,
                picklist,
                labels,
                target,
                relation,
                eventPath,
                initial,
                formula);
    }

    /** This one, set by the system only. */
    public FieldDef readOnly() {
        return new FieldDef(
                name,
                type,
                length,
                nillable,
                false,
                restricted,
                picklist,
                labels,
                target,
                relation,
                eventPath,
                initial,
                formula);
    }

    /** This picklist, refusing any other value. */
    public FieldDef restrict() {
        return new FieldDef(
                name, type, length, nillable, writable, true, picklist, labels, target, relation, eventPath, initial,
                formula);
    }

    public FieldDef initially(Object value) {
        return new FieldDef(
                name,
                type,
                length,
                nillable,
                writable,
                restricted,
                picklist,
                labels,
                target,
                relation,
                eventPath,
                value,
                formula);
    }

    /** This one, as a part of a compound field of change events. */
    public FieldDef in(String compound, String component) {
        return new FieldDef(
                name,
                type,
                length,
                nillable,
                writable,
                restricted,
                picklist,
                labels,
                target,
                relation,
                compound + "." + component,
                initial,
                formula);
    }

    /** Whether queries can have conditions on it, as they can not on long texts and whole addresses. */
    public boolean isFilterable() {
        return type != FieldType.ADDRESS && (type != FieldType.TEXTAREA || length <= LONGEST_FILTERABLE);
    }

    public boolean isCustom() {
        return name.endsWith("__c");
    }
}
