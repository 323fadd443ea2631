/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core;

import io.github.camelleadiq.routes.core.text.Spaces;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a CRM says of one of its fields.
 *
 * @param name the field's name in the API
 * @param type the CRM's own word for its type, such as {@code string}, {@code picklist}, {@code phone}, {@code int}
 * @param length how many characters it takes; 0 if that does not apply
 * @param updateable whether we may write it: false for formulas and read-only fields
 * @param picklist the values that it takes; empty if it is not a picklist
 * @param restricted whether a picklist takes nothing else
 * @param labels what people see of the values of a picklist, by value; values that are their own label can be left out
 * @param retired values that the picklist took once and that are not to be used any more
 * @param filterable whether the CRM can look for records by it: false for long texts and encrypted fields
 * @param dependent of a picklist whose values depend on another field's: by that field's value the values that go with it,
 *     each with its label, such as the states of a country; empty of all others
 */
public record FieldDescribe(
        String name,
        String type,
        int length,
        boolean updateable,
        List<String> picklist,
        boolean restricted,
        Map<String, String> labels,
        Set<String> retired,
        boolean filterable,
        Map<String, Map<String, String>> dependent) {
    /** Accents, which people leave out; not the marks that make other letters in other scripts. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    public FieldDescribe {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        picklist = List.copyOf(picklist);
        labels = Map.copyOf(labels);
        retired = Set.copyOf(retired);
        dependent = Map.copyOf(dependent);
    }

    /** A field whose values depend on no other field's. */
    public FieldDescribe(
            String name,
            String type,
            int length,
            boolean updateable,
            List<String> picklist,
            boolean restricted,
            Map<String, String> labels,
            Set<String> retired,
            boolean filterable) {
        this(name, type, length, updateable, picklist, restricted, labels, retired, filterable, Map.of());
    }

    /** A field that can be filtered on, and whose values, if it is a picklist, are their own labels. */
    public FieldDescribe(
            String name, String type, int length, boolean updateable, List<String> picklist, boolean restricted) {
        this(name, type, length, updateable, picklist, restricted, Map.of(), Set.of(), true);
    }

    /**
     * The value of the picklist that a text means: the one with this spelling, else the one with this label, without regard
     * to case, accents and spaces. Empty if there is none, or if several have the label, as two countries can have a state
     * of one name.
     */
    public Optional<String> choice(String text) {
        String key = key(text);
        List<Predicate<String>> ways = List.of(
                text::equals,
                value -> text.equals(label(value)),
                value -> key.equals(key(value)),
                value -> key.equals(key(label(value))));
        for (Predicate<String> way : ways) {
            List<String> found = picklist.stream().filter(way).distinct().toList();
            if (!found.isEmpty()) {
                return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether a text is a value that the picklist once took and that is not to be used any more. */
    public boolean isRetired(String text) {
        String key = key(text);
        return retired.stream().anyMatch(value -> key.equals(key(value)));
    }

    /** The field with the values only that go with this one of the field that it depends on; itself if it depends on none. */
    public FieldDescribe within(String controlling) {
        if (dependent.isEmpty()) {
            return this;
        }
        Map<String, String> values = dependent.getOrDefault(controlling, Map.of());
        return new FieldDescribe(
                name,
                type,
                length,
                updateable,
                List.copyOf(values.keySet()),
                restricted,
                values,
                Set.of(),
                filterable,
                Map.of());
    }

    /** What people see of a value of the picklist. */
    public String label(String value) {
        return labels.getOrDefault(value, value);
    }

    private static String key(String text) {
        String folded = ACCENTS.matcher(Normalizer.normalize(Spaces.strip(text), Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return SPACES.matcher(Normalizer.normalize(folded, Normalizer.Form.NFC))
                .replaceAll(" ")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("ı", "i");
    }
}
