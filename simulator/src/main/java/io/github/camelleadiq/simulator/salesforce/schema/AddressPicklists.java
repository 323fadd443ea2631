/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** The values of State and Country/Territory Picklists in a new org. */
public final class AddressPicklists {
    private static final List<Place> COUNTRIES = new ArrayList<>();
    private static final List<Place> STATES = new ArrayList<>();

    static {
        try (InputStream lines = Objects.requireNonNull(AddressPicklists.class.getResourceAsStream(
                "/io/github/camelleadiq/simulator/salesforce/address-picklists.txt"))) {
            new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(AddressPicklists::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AddressPicklists() {}

    /**
     * A value of one of the picklists.
     *
     * @param country code of the country that a state belongs to, null of a country
     * @param code    what the field of codes holds
     * @param label   what the field of texts holds
     */
    public record Place(String country, String code, String label) {
        private boolean is(String text) {
            return text.equalsIgnoreCase(code) || text.equalsIgnoreCase(label);
        }
    }

    static List<Place> countries() {
        return COUNTRIES;
    }

    static List<Place> states() {
        return STATES;
    }

    /** The country of that code, or null. */
    public static Place countryByCode(String code) {
        return find(COUNTRIES, country -> country.code().equalsIgnoreCase(code));
    }

    /** The country of that label, or null. */
    public static Place countryByLabel(String label) {
        return find(COUNTRIES, country -> country.label().equalsIgnoreCase(label));
    }

    /** The state of that code in a country, or null. */
    public static Place stateByCode(String country, String code) {
        return find(
                STATES, state -> state.country().equals(country) && state.code().equalsIgnoreCase(code));
    }

    /** The state of that label in a country, or null. */
    public static Place stateByLabel(String country, String label) {
        return find(
                STATES,
                state -> state.country().equals(country) && state.label().equalsIgnoreCase(label));
    }

    /** Whether any country has a state of that code or label. */
    public static boolean isState(String text) {
        return find(STATES, state -> state.is(text)) != null;
    }

    /** Which countries a state goes with, as describe tells it: a bit for each value of the picklist of countries. */
    static String validFor(Place state) {
        byte[] bits = new byte[(COUNTRIES.size() + 7) / 8];
        int index = COUNTRIES.indexOf(countryByCode(state.country()));
        bits[index / 8] |= (byte) (0x80 >> index % 8);
        return Base64.getEncoder().encodeToString(bits);
    }

    private static void add(String line) {
        int bar = line.indexOf('|');
        String code = line.substring(0, bar);
        String label = line.substring(bar + 1);
        int dash = code.indexOf('-');
        if (dash < 0) {
            COUNTRIES.add(new Place(null, code, label));
        } else {
            STATES.add(new Place(code.substring(0, dash), code.substring(dash + 1), label));
        }
    }

    private static Place find(List<Place> places, Predicate<Place> test) {
        return places.stream().filter(test).findFirst().orElse(null);
    }
}
