/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text for comparing, and text that says nothing. */
public final class Texts {
    /** Longer than any name; what is longer is a mistake or an attack. */
    private static final int MAX_NAME = 200;

    /** What can be left out of a text without loss: accents, and the points of Hebrew and Arabic. */
    private static final Pattern MARKS =
            Pattern.compile("[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1-\\u05c7\\u064b-\\u065f\\u0670\\p{Cf}]+");

    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʻʼ]");

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    /** Invisible, and copied along from web pages; the joiners stay, for they shape letters of some scripts. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200c\\u200d\\x{e0020}-\\x{e007f}]]+");

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t]+");

    private static final String[][] NOT_DECOMPOSED = {
        {"ß", "ss"}, {"ø", "o"}, {"ł", "l"}, {"æ", "ae"}, {"œ", "oe"}, {"đ", "d"}, {"ð", "d"}, {"þ", "th"}, {"ı", "i"}
    };

    /** Letters that other keyboards write with two. */
    private static final String[][] SPELLED_OUT = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ø", "oe"}, {"å", "aa"}};

    /** What people and forms write where they know nothing. */
    private static final Set<String> PLACEHOLDERS =
            TextResource.words("placeholders.txt").stream().map(Texts::fold).collect(Collectors.toUnmodifiableSet());

    /** The same as written in one word. */
    private static final Set<String> PLACEHOLDERS_IN_ONE = PLACEHOLDERS.stream()
            .map(words -> words.replace(" ", ""))
            .filter(word -> word.length() >= 6)
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_PLACEHOLDER = PLACEHOLDERS.stream()
            .mapToInt(words -> words.split(" ").length)
            .max()
            .orElse(1);

    /** Fields of mail-merge and form tools that were never filled in, each with its brackets. */
    private static final Pattern MERGE_FIELD =
            Pattern.compile("\\{[^{}]*\\}|<[^<>]*>|^\\[[^\\[\\]]*\\]$|\\[\\[|«[^«»]*»|%%|%[\\w.-]+%|\\*\\||\\|\\*|##|@@"
                    + "|__\\w+__|~\\w+(\\.\\w+)+~|\\(\\(|^\\$[a-z]\\w*_\\w+");

    /** What a spreadsheet shows instead of a value, in the languages that it speaks. */
    private static final Pattern SPREADSHEET_ERROR = Pattern.compile("#[¡¿]?[\\p{Lu}\\p{N}_/ ]{1,20}[!?]?");

    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+\\.\\S+|https?://\\S+");

    private static final Pattern STEALTH = Pattern.compile(
            "(in )?stealth( (mode|start ?up|company|venture|project|stage|early|ai|saas|b2b|fintech|tech|health|co|inc|llc|ltd))*");

    private static final Pattern ONE_LETTER = Pattern.compile("x+|([yz])\\1{2,}");

    private Texts() {}

    /** Without what cannot be seen: zero-width characters go, and every kind of space is a space. */
    public static String clean(String text) {
        // most text, and far cheaper
        return isAscii(text) && text.indexOf('\t') < 0 && !text.contains("  ") ? text.strip() : cleanAny(text);
    }

    static String cleanAny(String text) {
        return SPACES.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Lower case, without accents, marks and punctuation, words parted by single spaces. */
    public static String fold(String text) {
        return isAscii(text) ? foldAscii(text) : foldAny(text);
    }

    private static String foldAscii(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean isNextWord = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean isLetter = character >= 'a' && character <= 'z' || character >= '0' && character <= '9';
            boolean isCapital = character >= 'A' && character <= 'Z';
            if (isLetter || isCapital) {
                if (isNextWord && !folded.isEmpty()) {
                    folded.append(' ');
                }
                isNextWord = false;
                folded.append(isCapital ? (char) (character + ('a' - 'A')) : character);
            } else if (character != '\'' && character != '`') {
                isNextWord = true;
            }
        }
        return folded.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** The text without any of these characters and without white space at its ends. */
    static String within(String text, String around) {
        int from = 0;
        while (from < text.length() && isAround(text.charAt(from), around)) {
            from++;
        }
        return before(text.substring(from), around);
    }

    /** The same for its end only. */
    static String before(String text, String around) {
        int to = text.length();
        while (to > 0 && isAround(text.charAt(to - 1), around)) {
            to--;
        }
        return text.substring(0, to);
    }

    private static boolean isAround(char character, String around) {
        return character == ' ' || character >= '\t' && character <= '\r' || around.indexOf(character) >= 0;
    }

    static String foldAny(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (String[] letter : NOT_DECOMPOSED) {
            folded = folded.replace(letter[0], letter[1]);
        }
        String words = NOT_LETTERS
                .matcher(APOSTROPHES.matcher(folded).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return Normalizer.normalize(words, Normalizer.Form.NFC);
    }

    /** The text folded, and folded with umlauts spelled out: {@code muller} and {@code mueller} for {@code Müller}. */
    public static Set<String> spellings(String text) {
        String folded = fold(text);
        String spelledOut = fold(spelledOut(text));
        return folded.equals(spelledOut) ? Set.of(folded) : Set.of(folded, spelledOut);
    }

    /** The text, in lower case, with umlauts as two letters. */
    static String spelledOut(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (String[] letter : SPELLED_OUT) {
            lower = lower.replace(letter[0], letter[1]);
        }
        return lower;
    }

    /** Whether two texts share a script, so that they can be compared; what has no letters can be compared with all. */
    public static boolean isComparable(String one, String other) {
        Set<UnicodeScript> scripts = scripts(one);
        Set<UnicodeScript> others = scripts(other);
        return scripts.isEmpty() || others.isEmpty() || scripts.stream().anyMatch(others::contains);
    }

    private static Set<UnicodeScript> scripts(String text) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .forEach(scripts::add);
        return scripts;
    }

    /**
     * The text if it can be the name of a person or thing; empty for placeholders, merge fields, errors of spreadsheets,
     * addresses, overlong and control text.
     */
    public static Optional<String> name(String text) {
        if (text == null || text.length() > MAX_NAME) {
            return Optional.empty();
        }
        String clean = clean(text);
        return clean.codePoints().anyMatch(Character::isISOControl) || saysNothing(clean)
                ? Optional.empty()
                : Optional.of(clean);
    }

    private static boolean saysNothing(String text) {
        String folded = fold(text);
        return folded.isEmpty()
                || isOfPlaceholders(Arrays.asList(folded.split(" ")))
                || PLACEHOLDERS_IN_ONE.contains(folded.replace(" ", ""))
                || ONE_LETTER.matcher(folded.replace(" ", "")).matches()
                || STEALTH.matcher(folded).matches()
                || MERGE_FIELD.matcher(text).find()
                || SPREADSHEET_ERROR.matcher(text).matches()
                || ADDRESS.matcher(text).matches();
    }

    /** Whether one placeholder follows the other and nothing else is there. */
    private static boolean isOfPlaceholders(List<String> words) {
        for (int length = Math.min(LONGEST_PLACEHOLDER, words.size()); length > 0; length--) {
            boolean isOne = PLACEHOLDERS.contains(String.join(" ", words.subList(0, length)));
            if (isOne && (length == words.size() || isOfPlaceholders(words.subList(length, words.size())))) {
                return true;
            }
        }
        return false;
    }
}
