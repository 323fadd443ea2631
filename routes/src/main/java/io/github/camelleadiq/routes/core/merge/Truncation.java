/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

/** Shortens text without leaving half a character behind. */
final class Truncation {
    private static final int JOINER = 0x200D;

    private Truncation() {}

    /** At most this many UTF-16 units, cut where a character ends that people see as one. */
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
        return before != JOINER && after != JOINER && !isMark(after) && !(isRegional(before) && isRegional(after));
    }

    /** Accents, variation selectors and skin tones belong to what is before them. */
    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || (point >= 0x1F3FB && point <= 0x1F3FF);
    }

    /** Letters that make flags, two by two. */
    private static boolean isRegional(int point) {
        return point >= 0x1F1E6 && point <= 0x1F1FF;
    }
}
