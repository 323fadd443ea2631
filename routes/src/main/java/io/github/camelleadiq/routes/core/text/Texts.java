/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Text for comparing, and text that says nothing. */
public final class Texts {
    /** Longer than any name; what is longer is a mistake or an attack. */
    private static final int MAX_NAME = 200;

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String[][] NOT_DECOMPOSED = {
        {"ß", "ss"}, {"ø", "o"}, {"ł", "l"}, {"æ", "ae"}, {"œ", "oe"}, {"đ", "d"}, {"ð", "d"}, {"þ", "th"}, {"ı", "i"}
    };

    /** What people and forms write where they know nothing; folded. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "unknown",
            "n a",
            "na",
            "none",
            "null",
            "nil",
            "undefined",
            "not provided",
            "not available",
            "not known",
            "no name",
            "noname",
            "test",
            "tbd",
            "tba",
            "to be determined",
            "x",
            "xx",
            "xxx",
            "anonymous",
            "unbekannt",
            "inconnu",
            "blank",
            "empty",
            "self",
            "self employed",
            "freelance",
            "freelancer",
            "individual",
            "private",
            "unknown unknown",
            "n a n a",
            "test test",
            "no company",
            "unemployed",
            "retired",
            "student");

    private Texts() {}

    /** Lower case, without accents, marks and punctuation, words parted by single spaces. */
    public static String fold(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (String[] letter : NOT_DECOMPOSED) {
            folded = folded.replace(letter[0], letter[1]);
        }
        return NOT_LETTERS
                .matcher(folded.replaceAll("['’`]", ""))
                .replaceAll(" ")
                .strip();
    }

    /** The text if it can be the name of somebody or something; empty for placeholders, overlong and control text. */
    public static Optional<String> name(String text) {
        if (text == null || text.length() > MAX_NAME || text.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        String folded = fold(text);
        return folded.isEmpty() || PLACEHOLDERS.contains(folded) ? Optional.empty() : Optional.of(text.strip());
    }
}
