/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with sources in it, such as <code>{{person.city}}, {{person.country}}</code>. It has a value only if each of
 * them has.
 *
 * @param text the text
 */
public record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*\\}\\}");

    /** What stands in the places, whether or not it is the name of a source. */
    List<String> names() {
        return PLACE.matcher(text).results().map(place -> place.group(1)).toList();
    }

    boolean hasStrayBraces() {
        return PLACE.matcher(text).replaceAll("").matches("(?s).*[{}].*");
    }

    /** The sources, in their order. */
    public List<Source> sources() {
        Map<String, Source> known = Source.byPath();
        return names().stream().map(known::get).toList();
    }

    /** The text with the values in place; null if one of them is null. */
    public String fill(Function<Source, String> values) {
        Map<String, String> byName = new HashMap<>();
        for (String name : names()) {
            String value = values.apply(Source.byPath().get(name));
            if (value == null) {
                return null;
            }
            byName.put(name, value);
        }
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(byName.get(place.group(1))));
    }
}
