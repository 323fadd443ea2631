/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import java.util.Set;

/**
 * Shortens text where a character ends that people see as one. The rules are written down here, because what Java's own
 * iterators and patterns take for one character differs from version to version.
 */
final class Truncation {
    private static final int JOINER = 0x200D;

    /** Signs that join the consonant before them to the one behind, in the scripts of India and its neighbours. */
    private static final Set<Integer> LINKERS = Set.of(
            0x094D, 0x09CD, 0x0A4D, 0x0ACD, 0x0B4D, 0x0BCD, 0x0C4D, 0x0CCD, 0x0D4D, 0x0DCA, 0x1039, 0x17D2, 0x1A60,
            0x1B44);

    /** They have width and no mark's type, and belong to the letter before them all the same. */
    private static final Set<Integer> LIKE_MARKS = Set.of(0x0E33, 0x0EB3, 0xFF9E, 0xFF9F, 0x200C, JOINER);

    /** They stand before the letter or the digits that they belong to. */
    private static final Set<Integer> PREFIXES =
            Set.of(0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x08E2, 0x0D4E, 0x110BD, 0x110CD);

    private Truncation() {}

    /** At most this many UTF-16 units; empty if not even the first character fits. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit;
        while (end > 0 && !isBoundary(text, end)) {
            end--;
        }
        return text.substring(0, end).strip();
    }

    private static boolean isBoundary(String text, int index) {
        if (Character.isLowSurrogate(text.charAt(index)) && Character.isHighSurrogate(text.charAt(index - 1))) {
            return false;
        }
        int before = text.codePointBefore(index);
        int after = text.codePointAt(index);
        if (isRegional(before) && isRegional(after)) {
            return regionalsBefore(text, index) % 2 == 0;
        }
        return before != JOINER
                && !isMark(after)
                && !PREFIXES.contains(before)
                && !(before == '\r' && after == '\n')
                && !(LINKERS.contains(before) && Character.isLetter(after))
                && !isOneSyllable(before, after);
    }

    /** Accents, variation selectors, skin tones and the tags of regional flags belong to what is before them. */
    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || LIKE_MARKS.contains(point)
                || (point >= 0x1F3FB && point <= 0x1F3FF)
                || (point >= 0xE0020 && point <= 0xE007F);
    }

    /** Letters that make flags, two by two. */
    private static boolean isRegional(int point) {
        return point >= 0x1F1E6 && point <= 0x1F1FF;
    }

    private static int regionalsBefore(String text, int index) {
        int count = 0;
        int at = index;
        while (at > 0 && isRegional(text.codePointBefore(at))) {
            at -= 2;
            count++;
        }
        return count;
    }

    /** Korean syllables that are written as their parts. */
    private static boolean isOneSyllable(int before, int after) {
        boolean composed = before >= 0xAC00 && before <= 0xD7A3;
        boolean open = isVowel(before) || (composed && (before - 0xAC00) % 28 == 0);
        return (isInitial(before) && (isInitial(after) || isVowel(after) || (after >= 0xAC00 && after <= 0xD7A3)))
                || (open && (isVowel(after) || isFinal(after)))
                || ((composed || isFinal(before)) && isFinal(after));
    }

    private static boolean isInitial(int point) {
        return (point >= 0x1100 && point <= 0x115F) || (point >= 0xA960 && point <= 0xA97C);
    }

    private static boolean isVowel(int point) {
        return (point >= 0x1160 && point <= 0x11A7) || (point >= 0xD7B0 && point <= 0xD7C6);
    }

    private static boolean isFinal(int point) {
        return (point >= 0x11A8 && point <= 0x11FF) || (point >= 0xD7CB && point <= 0xD7FB);
    }
}
