/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/** One condition of a search. Only values that there are match, except where their absence is asked for. */
record SearchFilter(PortalProperty property, String value, String highValue, List<String> values, Operator operator) {
    /** Whether a value, null if there is none, fits a filter. */
    private interface Operator extends BiPredicate<SearchFilter, String> {}

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("EQ", known((f, v) -> f.compare(v, f.value) == 0)),
            Map.entry("NEQ", known((f, v) -> f.compare(v, f.value) != 0)),
            Map.entry("LT", known((f, v) -> f.compare(v, f.value) < 0)),
            Map.entry("LTE", known((f, v) -> f.compare(v, f.value) <= 0)),
            Map.entry("GT", known((f, v) -> f.compare(v, f.value) > 0)),
            Map.entry("GTE", known((f, v) -> f.compare(v, f.value) >= 0)),
            Map.entry("BETWEEN", known((f, v) -> f.compare(v, f.value) >= 0 && f.compare(v, f.highValue) <= 0)),
            Map.entry("IN", known((f, v) -> f.values.stream().anyMatch(asked -> f.equalsExactly(v, asked)))),
            Map.entry("NOT_IN", known((f, v) -> f.values.stream().noneMatch(asked -> f.equalsExactly(v, asked)))),
            Map.entry("HAS_PROPERTY", (f, v) -> v != null),
            Map.entry("NOT_HAS_PROPERTY", (f, v) -> v == null));

    static SearchFilter of(Map<String, Object> filter, PortalProperty property) {
        String name = String.valueOf(filter.get("operator"));
        Operator operator = OPERATORS.get(name);
        if (operator == null) {
            throw HubSpotException.invalid(
                    "There was a problem with the request: the operator " + name + " is unknown");
        }
        String value = text(filter.get("value"));
        String highValue = text(filter.get("highValue"));
        List<String> values = HubSpotCall.texts(filter.get("values"), "values");
        boolean complete =
                switch (name) {
                    case "HAS_PROPERTY", "NOT_HAS_PROPERTY" -> true;
                    case "IN", "NOT_IN" -> !values.isEmpty();
                    case "BETWEEN" -> value != null && highValue != null;
                    default -> value != null;
                };
        if (!complete) {
            throw HubSpotException.invalid("There was a problem with the request: " + name + " lacks its value");
        }
        return new SearchFilter(property, value, highValue, values, operator);
    }

    boolean matches(PortalRecord record, Instant at) {
        return operator.test(this, record.value(property.name(), at));
    }

    private int compare(String value, String asked) {
        return PropertyValues.compare(property.type(), value, asked);
    }

    /** Texts are in lower case in the index, and lists are looked up as they are: capitals find nothing. */
    private boolean equalsExactly(String value, String asked) {
        return property.type() == PortalProperty.Type.STRING
                ? value.toLowerCase(Locale.ROOT).equals(asked)
                : compare(value, asked) == 0;
    }

    private static Operator known(Operator operator) {
        return (filter, value) -> value != null && operator.test(filter, value);
    }

    private static String text(Object value) {
        return value == null ? null : String.valueOf(value);
    }
}
