/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.WriteOutcome;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a record to leave out, so that Salesforce takes the rest. */
final class RefusedFields {
    /** The fields of State and Country/Territory Picklists, such as {@code BillingStateCode}. */
    private static final Pattern PLACE = Pattern.compile("(?<address>\\w*)(?<part>Country|State)(?:Code)?");

    private RefusedFields() {}

    /**
     * The fields that are to be left out, each with the reason; empty if the record cannot be saved like that: for another
     * reason, or because no change would be left, only stamps.
     */
    static Map<String, String> leftOut(CrmPatch patch, WriteOutcome outcome) {
        if (outcome.status() != WriteOutcome.Status.INVALID) {
            return Map.of();
        }
        Set<String> fields = new LinkedHashSet<>(patch.stamps().keySet());
        patch.changes().stream().map(FieldChange::field).forEach(fields::add);
        Map<String, String> leftOut = new LinkedHashMap<>();
        outcome.refused()
                .forEach((named, reason) -> concerned(named, fields).forEach(field -> leftOut.put(field, reason)));
        return patch.without(leftOut.keySet()).changes().isEmpty() ? Map.of() : leftOut;
    }

    /** The field that is named, and what of its address cannot be without it. */
    private static Set<String> concerned(String named, Set<String> fields) {
        Matcher place = PLACE.matcher(named);
        if (!place.matches()) {
            return fields.contains(named) ? Set.of(named) : Set.of();
        }
        String address = place.group("address");
        Set<String> states = parts(address, "State", fields);
        Set<String> countries = parts(address, "Country", fields);
        if (place.group("part").equals("Country")) {
            // a state needs its country
            states.addAll(countries);
            return states;
        }
        // the state that the record has is not one of the country that it would get
        return states.isEmpty() ? countries : states;
    }

    private static Set<String> parts(String address, String part, Set<String> fields) {
        Set<String> parts = new LinkedHashSet<>();
        Optional.of(address + part).filter(fields::contains).ifPresent(parts::add);
        Optional.of(address + part + "Code").filter(fields::contains).ifPresent(parts::add);
        return parts;
    }
}
