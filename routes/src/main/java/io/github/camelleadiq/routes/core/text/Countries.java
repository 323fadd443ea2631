/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries by their names in a few languages and by their codes. */
public final class Countries {
    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.ITALIAN, new Locale("es"), new Locale("nl"));
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** The code of two letters; empty for what is no country that we know. */
    public static Optional<String> code(String country) {
        return country == null || country.length() > 100
                ? Optional.empty()
                : Optional.ofNullable(CODES.get(Texts.fold(country)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            for (Locale language : LANGUAGES) {
                codes.putIfAbsent(Texts.fold(country.getDisplayCountry(language)), code);
            }
            codes.put(Texts.fold(country.getISO3Country()), code);
        }
        for (String code : Locale.getISOCountries()) {
            codes.put(Texts.fold(code), code);
        }
        codes.putAll(Map.of(
                "uk",
                "GB",
                "great britain",
                "GB",
                "england",
                "GB",
                "scotland",
                "GB",
                "united states of america",
                "US",
                "u s a",
                "US",
                "u s",
                "US",
                "u k",
                "GB",
                "czech republic",
                "CZ",
                "holland",
                "NL"));
        return Map.copyOf(codes);
    }
}
