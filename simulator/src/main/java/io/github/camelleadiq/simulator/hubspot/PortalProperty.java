/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The definition of a property. Each change gives another definition.
 *
 * @param readOnly        whether values cannot be written; told as {@code modificationMetadata.readOnlyValue}
 * @param calculated      whether HubSpot works it out; cannot be written either, and changes are not told by webhooks
 * @param externalOptions whether the values are ids of something else, such as owners: there are no options then
 * @param sensitive       whether it is listed only on request, and told by webhooks without its value
 */
public record PortalProperty(
        String name,
        String label,
        Type type,
        List<Option> options,
        boolean hidden,
        boolean readOnly,
        boolean calculated,
        boolean externalOptions,
        boolean sensitive,
        boolean archived) {

    /** What values look like. All are text on the wire. */
    public enum Type {
        STRING("string", "text"),
        NUMBER("number", "number"),
        BOOL("bool", "booleancheckbox"),
        /** {@code 2026-11-30}, or milliseconds of a midnight in UTC. */
        DATE("date", "date"),
        /** {@code 2026-11-30T12:00:00Z}, or milliseconds. */
        DATETIME("datetime", "date"),
        /** The internal value of an option. */
        ENUMERATION("enumeration", "select"),
        /** Internal values of options, with semicolons between them. */
        MULTIPLE("enumeration", "checkbox");

        private final String type;
        private final String fieldType;

        Type(String type, String fieldType) {
            this.type = type;
            this.fieldType = fieldType;
        }
    }

    /**
     * One of the values of an enumeration.
     *
     * @param label  what people see
     * @param value  what the API takes
     * @param hidden whether people cannot choose it any more; the API still takes it
     */
    public record Option(String label, String value, boolean hidden) {
        public Option(String label, String value) {
            this(label, value, false);
        }
    }

    public static PortalProperty of(String name, Type type) {
        return new PortalProperty(name, name, type, List.of(), false, false, false, false, false, false);
    }

    /** An enumeration of one value. */
    public static PortalProperty enumeration(String name, Option... options) {
        return of(name, Type.ENUMERATION).options(options);
    }

    public PortalProperty options(Option... values) {
        return new PortalProperty(
                name,
                label,
                type,
                Arrays.asList(values),
                hidden,
                readOnly,
                calculated,
                externalOptions,
                sensitive,
                archived);
    }

    /** One option is hidden from people. */
    public PortalProperty hideOption(String value) {
        return options(options.stream()
                .map(o -> o.value().equals(value) ? new Option(o.label(), o.value(), true) : o)
                .toArray(Option[]::new));
    }

    /** One option is gone. */
    public PortalProperty withoutOption(String value) {
        return options(options.stream().filter(o -> !o.value().equals(value)).toArray(Option[]::new));
    }

    public PortalProperty hidden(boolean value) {
        return new PortalProperty(
                name, label, type, options, value, readOnly, calculated, externalOptions, sensitive, archived);
    }

    public PortalProperty readOnly(boolean value) {
        return new PortalProperty(
                name, label, type, options, hidden, value, calculated, externalOptions, sensitive, archived);
    }

    public PortalProperty calculated(boolean value) {
        return new PortalProperty(
                name, label, type, options, hidden, readOnly, value, externalOptions, sensitive, archived);
    }

    public PortalProperty externalOptions(boolean value) {
        return new PortalProperty(name, label, type, options, hidden, readOnly, calculated, value, sensitive, archived);
    }

    public PortalProperty sensitive(boolean value) {
        return new PortalProperty(
                name, label, type, options, hidden, readOnly, calculated, externalOptions, value, archived);
    }

    public PortalProperty archived(boolean value) {
        return new PortalProperty(
                name, label, type, options, hidden, readOnly, calculated, externalOptions, sensitive, value);
    }

    boolean isWritable() {
        return !readOnly && !calculated;
    }

    boolean isEnumeration() {
        return type == Type.ENUMERATION || type == Type.MULTIPLE;
    }

    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", name);
        view.put("label", label);
        view.put("type", type.type);
        view.put("fieldType", type.fieldType);
        view.put("description", "");
        view.put("groupName", "simulated");
        view.put("options", optionViews());
        view.put("displayOrder", -1);
        view.put("calculated", calculated);
        view.put("externalOptions", externalOptions);
        view.put("archived", archived);
        view.put("hasUniqueValue", false);
        view.put("hidden", hidden);
        view.put("dataSensitivity", sensitive ? "sensitive" : "non_sensitive");
        view.put(
                "modificationMetadata",
                Map.of("archivable", true, "readOnlyDefinition", false, "readOnlyValue", !isWritable()));
        view.put("formField", !hidden && isWritable());
        return view;
    }

    private List<Map<String, Object>> optionViews() {
        return options.stream()
                .map(o -> Map.<String, Object>of(
                        "label",
                        o.label(),
                        "value",
                        o.value(),
                        "displayOrder",
                        options.indexOf(o),
                        "hidden",
                        o.hidden()))
                .toList();
    }
}
