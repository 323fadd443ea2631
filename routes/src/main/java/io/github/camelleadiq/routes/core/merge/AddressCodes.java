/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.core.text.Countries;
import io.github.camelleadiq.routes.core.text.Subdivisions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Countries and states as Salesforce's State and Country/Territory Picklists have them. An org with these describes fields
 * such as {@code BillingCountryCode}, whose picklists say also what {@code BillingCountry} takes: the labels of these codes.
 * A state goes only with its country, which is the one that is written with it or the one that the record has.
 */
final class AddressCodes {
    private static final Pattern FIELD = Pattern.compile("(?<address>\\w*)(?<part>Country|State)(?<code>Code)?");
    private static final String COUNTRY = "Country";
    private static final String STATE = "State";
    private static final String CODE = "Code";

    private final CrmRecord crmRecord;
    private final ObjectDescribe describe;

    AddressCodes(CrmRecord crmRecord, ObjectDescribe describe) {
        this.crmRecord = crmRecord;
        this.describe = describe;
    }

    /** A field of an address whose countries have codes. */
    private record Place(String address, String part, boolean isCode) {}

    private Optional<Place> place(String field) {
        Matcher name = FIELD.matcher(field);
        return name.matches() && countries(name.group("address")).isPresent()
                ? Optional.of(new Place(name.group("address"), name.group("part"), name.group("code") != null))
                : Optional.empty();
    }

    private Optional<FieldDescribe> countries(String address) {
        return describe.field(address + COUNTRY + CODE)
                .filter(field -> !field.picklist().isEmpty());
    }

    /** Whether a field takes only a code of these picklists. */
    boolean isCode(String field) {
        return place(field).filter(Place::isCode).isPresent();
    }

    /**
     * The changes with the codes and labels that the picklists have.
     *
     * @param refusals gets what they do not have
     */
    List<FieldChange> fit(List<FieldChange> changes, List<Refusal> refusals) {
        Map<String, Optional<String>> written = new HashMap<>();
        for (FieldChange change : changes) {
            place(change.field())
                    .filter(place -> place.part().equals(COUNTRY) && change.after() != null)
                    .ifPresent(place -> written.merge(
                            place.address(),
                            newCountry(place.address(), change, changes),
                            (one, other) -> one.equals(other) ? one : Optional.empty()));
        }
        List<FieldChange> fitting = new ArrayList<>();
        for (FieldChange change : changes) {
            Place place = place(change.field()).orElse(null);
            if (place == null || change.after() == null) {
                fitting.add(change);
                continue;
            }
            Optional<String> country = written.getOrDefault(place.address(), keptCountry(place.address()));
            Optional<FieldDescribe> field = place.part().equals(COUNTRY)
                    ? countries(place.address())
                    : country.flatMap(code -> states(place.address(), code));
            Optional<String> code = place.part().equals(COUNTRY)
                    ? country
                    : country.flatMap(in -> state(field, in, change.after().toString()));
            if (code.isEmpty()) {
                refusals.add(new Refusal(
                        change.field(),
                        RefusalReason.NOT_IN_PICKLIST,
                        place.part().equals(COUNTRY)
                                ? "the picklist does not have the country, or not with the record's state"
                                : "the picklist does not have the state in the record's country"));
                continue;
            }
            String after = place.isCode() ? code.get() : field.orElseThrow().label(code.get());
            if (!ValueHash.same(change.before(), after)) {
                fitting.add(new FieldChange(change.field(), change.before(), after, change.source(), change.status()));
            }
        }
        return fitting;
    }

    /** Empty if the picklist lacks it, or if the state that the record has, and keeps, is of another country. */
    private Optional<String> newCountry(String address, FieldChange change, List<FieldChange> changes) {
        Optional<String> country = country(address, change.after().toString());
        boolean stateChanges = changes.stream()
                .flatMap(other -> place(other.field()).stream())
                .anyMatch(
                        other -> other.address().equals(address) && other.part().equals(STATE));
        Optional<String> kept = text(address, STATE);
        return stateChanges || kept.isEmpty()
                ? country
                : country.filter(
                        in -> state(states(address, in), in, kept.get()).isPresent());
    }

    private Optional<String> keptCountry(String address) {
        return text(address, COUNTRY).flatMap(text -> country(address, text));
    }

    /** What the record has, as a code or as a text. */
    private Optional<String> text(String address, String part) {
        return Stream.of(address + part + CODE, address + part)
                .flatMap(field -> Optional.ofNullable(crmRecord.text(field)).stream())
                .findFirst();
    }

    private Optional<String> country(String address, String text) {
        return countries(address).flatMap(field -> field.choice(text)
                .or(() -> Countries.code(text).flatMap(iso -> field.picklist().stream()
                        .filter(code -> Countries.code(code)
                                .or(() -> Countries.code(field.label(code)))
                                .filter(iso::equals)
                                .isPresent())
                        .findFirst())));
    }

    private Optional<FieldDescribe> states(String address, String country) {
        return describe.field(address + STATE + CODE).map(field -> field.within(country));
    }

    private static Optional<String> state(Optional<FieldDescribe> states, String country, String text) {
        return states.flatMap(field -> field.choice(text)
                .or(() -> Subdivisions.code(country, text).flatMap(field::choice))
                .or(() -> Subdivisions.name(country, text).flatMap(field::choice)));
    }
}
