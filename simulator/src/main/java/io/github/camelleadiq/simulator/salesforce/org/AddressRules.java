/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.org;

import io.github.camelleadiq.simulator.salesforce.schema.AddressPicklists;
import io.github.camelleadiq.simulator.salesforce.schema.AddressPicklists.Place;
import io.github.camelleadiq.simulator.salesforce.schema.FieldDef;
import io.github.camelleadiq.simulator.salesforce.schema.ObjectDef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * State and Country/Territory Picklists: takes labels in the fields of texts and codes in the fields of codes, and keeps
 * both in step. Addresses that a write leaves alone are not looked at.
 */
final class AddressRules {
    private static final String CODE = "Code";

    private final Map<String, Object> values;
    private final UnaryOperator<String> kept;
    private final List<SaveError> errors;

    private AddressRules(Map<String, Object> values, UnaryOperator<String> kept, List<SaveError> errors) {
        this.values = values;
        this.kept = kept;
        this.errors = errors;
    }

    /**
     * Checks the addresses of a write and completes them in {@code values}.
     *
     * @param current the record so far, null of a new one
     * @param errors  gets the reasons against the write
     */
    static void apply(ObjectDef type, StoredRecord current, Map<String, Object> values, List<SaveError> errors) {
        UnaryOperator<String> kept = field -> current == null ? null : (String) current.get(field);
        for (FieldDef field : type.fields()) {
            if (field.eventPath().endsWith(".CountryCode")) {
                String prefix = field.name().substring(0, field.name().length() - "CountryCode".length());
                new AddressRules(values, kept, errors).check(prefix + "Country", prefix + "State");
            }
        }
    }

    private void check(String country, String state) {
        if (!isGiven(country) && !isGiven(state)) {
            return;
        }
        int before = errors.size();
        Place newCountry = isGiven(country)
                ? place(country, AddressPicklists::countryByCode, AddressPicklists::countryByLabel)
                : ofKept(country);
        if (errors.size() > before) {
            return;
        }
        boolean stateGiven = isGiven(state);
        boolean hasState = stateGiven ? given(state) != null : kept.apply(state + CODE) != null;
        Place newState = null;
        if (hasState && newCountry == null) {
            refuse(
                    "A country/territory must be specified before specifying a state value for field: ",
                    stateField(state));
        } else if (stateGiven) {
            newState = place(
                    state,
                    code -> AddressPicklists.stateByCode(newCountry.code(), code),
                    label -> AddressPicklists.stateByLabel(newCountry.code(), label));
        } else if (hasState && AddressPicklists.stateByCode(newCountry.code(), kept.apply(state + CODE)) == null) {
            unrecognized(state + CODE);
        }
        if (errors.size() == before) {
            complete(country, newCountry);
            if (stateGiven) {
                complete(state, newState);
            }
        }
    }

    /** The value that code and label mean, null of none; the reason against it in {@code errors}. */
    private Place place(String field, Lookup byCode, Lookup byLabel) {
        String code = (String) values.get(field + CODE);
        String label = (String) values.get(field);
        Place coded = code == null ? null : byCode.find(code);
        Place labelled = label == null ? null : byLabel.find(label);
        if (code != null && coded == null) {
            unknown(field + CODE, code);
        } else if (label != null && labelled == null) {
            unknown(field, label);
        } else if (coded != null && labelled != null && !coded.equals(labelled)) {
            refuse("Mismatched integration value and ISO code for field: ", field);
        }
        return coded == null ? labelled : coded;
    }

    @FunctionalInterface
    private interface Lookup {
        Place find(String text);
    }

    private Place ofKept(String country) {
        String code = kept.apply(country + CODE);
        return code == null ? null : AddressPicklists.countryByCode(code);
    }

    private boolean isGiven(String field) {
        return values.containsKey(field) || values.containsKey(field + CODE);
    }

    private Object given(String field) {
        return values.get(field) == null ? values.get(field + CODE) : values.get(field);
    }

    private String stateField(String state) {
        return values.get(state + CODE) == null ? state : state + CODE;
    }

    private void complete(String field, Place place) {
        if (isGiven(field)) {
            values.put(field, place == null ? null : place.label());
            values.put(field + CODE, place == null ? null : place.code());
        }
    }

    private void unknown(String field, String value) {
        boolean state = field.endsWith("State") || field.endsWith("StateCode");
        if (state && AddressPicklists.isState(value)) {
            unrecognized(field);
            return;
        }
        String what = state ? "state" : "country";
        errors.add(error(
                "There's a problem with this " + what + ", even though it may appear correct. Please select a "
                        + (state ? "state" : "country/territory") + " from the list of valid "
                        + (state ? "states" : "countries") + ".: ",
                field));
    }

    private void unrecognized(String field) {
        refuse("The existing country/territory doesn't recognize the state value for field: ", field);
    }

    private void refuse(String message, String field) {
        errors.add(error(message, field));
    }

    private static SaveError error(String message, String field) {
        return new SaveError("FIELD_INTEGRITY_EXCEPTION", message + label(field), List.of(field));
    }

    /** {@code MailingStateCode} is "Mailing State/Province Code" on the screen. */
    private static String label(String field) {
        String spaced = field.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return spaced.toLowerCase(Locale.ROOT).contains("state") ? spaced.replace("State", "State/Province") : spaced;
    }
}
