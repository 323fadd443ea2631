/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Countries by the codes of ISO 3166-1 and by their names: short, long and former ones, those of CRMs, and those in other
 * languages. They come from a list in our jar, for the JDK's own names differ from version to version.
 */
public final class Countries {
    private static final int MAX_LENGTH = 100;
    private static final Set<String> CODES = new TreeSet<>();
    private static final Map<String, String> BY_CODE = new HashMap<>();
    private static final Map<String, String> BY_NAME = new HashMap<>();

    /** Of two countries, or of a country and another's short form; what stands before them tells which. */
    private static final Set<String> NEVER_SHORTENED = Set.of("congo", "korea", "china", "dominica");

    private static final Set<String> SAY_NOTHING = Set.of("the", "and");

    private static final Map<String, String> WRITTEN_OUT = Map.of(
            "st", "saint", "ste", "sainte", "is", "islands", "isl", "islands", "rep", "republic", "dem", "democratic");

    private static final String FORM =
            "(?:(?:federal|federative|federated|democratic|islamic|people ?s|socialist|united|arab"
                    + "|bolivarian|plurinational|hashemite|oriental|co ?operative|independent|sovereign) )*"
                    + "(?:republic|kingdom|principality|grand duchy|sultanate|commonwealth|federation|union|plurinational state"
                    + "|federated states|islamic state) of";

    private static final String FORM_ELSEWHERE =
            "(?:republik|bundesrepublik|konigreich|furstentum|grossherzogtum|republique|royaume|principaute|republica|reino"
                    + "|principado|repubblica|regno|republiek|koninkrijk)(?: (?:de la|de l|de|du|des|del|della|dell|di|da|do|d))?";

    /** What kind of state it is, before the name or, as in official lists, behind it. */
    private static final Pattern SHORT =
            Pattern.compile("(?:" + FORM + "|" + FORM_ELSEWHERE + ") (?<behind>.+)|(?<before>.+) (?:" + FORM + ")");

    private static final Pattern PARTS = Pattern.compile("[()\\[\\]/|,;]+|\\s[-\u2013\u2014]\\s");

    static {
        for (List<String> row : TextResource.rows("countries.txt")) {
            String code = row.get(0);
            CODES.add(code);
            row.stream()
                    .limit(3)
                    .filter(text -> !text.equals("-"))
                    .forEach(text -> BY_CODE.put(Texts.fold(text), code));
            // the list has no name of two countries; its spellings may meet only when they are folded
            row.stream()
                    .skip(3)
                    .map(Countries::key)
                    .filter(key -> !key.isEmpty())
                    .forEach(key -> BY_NAME.putIfAbsent(key, code));
        }
    }

    private Countries() {}

    /**
     * The code of two letters; empty for what is no country that we know, and for what can be more than one.
     *
     * @param country a name or a code of two or three letters or three digits, in any case; may be null
     */
    public static Optional<String> code(String country) {
        if (country == null || country.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String text = country.strip();
        // letters with accents are a name: Viet Nam calls Belgium what without its accent is the code of Burundi
        Optional<String> code = text.chars().allMatch(letter -> letter < 128)
                ? Optional.ofNullable(BY_CODE.get(Texts.fold(text)))
                : Optional.empty();
        return code.or(() -> named(text)).or(() -> inParts(text));
    }

    /** All codes of two letters, in alphabetical order. */
    public static Set<String> codes() {
        return new TreeSet<>(CODES);
    }

    private static Optional<String> named(String text) {
        return Optional.ofNullable(BY_NAME.get(key(text))).or(() -> {
            Matcher form = SHORT.matcher(words(text));
            if (!form.matches()) {
                return Optional.empty();
            }
            String name = form.group("behind") == null ? form.group("before") : form.group("behind");
            return NEVER_SHORTENED.contains(name)
                    ? Optional.empty()
                    : Optional.ofNullable(BY_NAME.get(name.replace(" ", "")));
        });
    }

    /** For what is said twice: a name and its code, or two names. Parts that differ say nothing. */
    private static Optional<String> inParts(String text) {
        List<String> parts = Arrays.stream(PARTS.split(text))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() != 2) {
            return Optional.empty();
        }
        Set<Optional<String>> found = new HashSet<>();
        for (String part : parts) {
            found.add(Optional.ofNullable(BY_CODE.get(Texts.fold(part))).or(() -> named(part)));
        }
        return found.size() == 1 ? found.iterator().next() : Optional.empty();
    }

    /** Without spaces, for people write Viet Nam and Vietnam. */
    private static String key(String text) {
        return words(text).replace(" ", "");
    }

    private static String words(String text) {
        return Arrays.stream(Texts.fold(text).split(" "))
                .filter(word -> !SAY_NOTHING.contains(word))
                .map(word -> WRITTEN_OUT.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }
}
