/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** States, provinces and other parts of countries by the codes and names of ISO 3166-2. */
public final class Subdivisions {
    private static final int MAX_LENGTH = 100;

    /** By code, such as {@code US-CA}. */
    private static final Map<String, String> NAMES = new HashMap<>();

    /** By country and folded name; without the names that two parts of one country have. */
    private static final Map<String, String> CODES = new HashMap<>();

    private static final Set<String> COUNTRIES;

    static {
        Set<String> twice = new HashSet<>();
        for (List<String> row : TextResource.rows("subdivisions.txt")) {
            String code = row.get(0);
            NAMES.put(code, row.get(1));
            String key = key(code.substring(0, 2), row.get(1));
            if (CODES.put(key, code) != null) {
                twice.add(key);
            }
        }
        CODES.keySet().removeAll(twice);
        COUNTRIES = NAMES.keySet().stream().map(code -> code.substring(0, 2)).collect(Collectors.toUnmodifiableSet());
    }

    private Subdivisions() {}

    /**
     * The part of its code that follows the country's, such as {@code CA} for California; empty for what is unknown or the
     * name of two parts of the country.
     *
     * @param country two letters
     * @param part name or code, with the country's code or without; may be null
     */
    public static Optional<String> code(String country, String part) {
        if (country == null || part == null || part.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String code = part.strip().toUpperCase(Locale.ROOT);
        String prefix = country + "-";
        String whole = code.startsWith(prefix) ? code : prefix + code;
        return Optional.ofNullable(NAMES.containsKey(whole) ? whole : CODES.get(key(country, part)))
                .map(found -> found.substring(prefix.length()));
    }

    /**
     * The name that ISO 3166-2 has; empty for what is unknown.
     *
     * @param country two letters
     * @param part name or code, with the country's code or without; may be null
     */
    public static Optional<String> name(String country, String part) {
        return code(country, part).map(code -> NAMES.get(country + "-" + code));
    }

    /**
     * Whether two texts name the same part, each by its name or its code: {@code CA} and {@code California}. Without regard to case
     * and accents.
     *
     * @param country two letters; null if unknown: then they are the same if they are so in any country
     */
    public static boolean areSame(String country, String one, String other) {
        if (Texts.fold(one).equals(Texts.fold(other))) {
            return true;
        }
        Set<String> countries = country == null ? COUNTRIES : Set.of(country);
        return countries.stream().anyMatch(within -> {
            Optional<String> code = code(within, one);
            return code.isPresent() && code.equals(code(within, other));
        });
    }

    private static String key(String country, String name) {
        return country + " " + Texts.fold(name).replace(" ", "");
    }
}
