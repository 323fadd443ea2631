/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

/** What is invisible at the ends of a text: it comes along when text is copied from web pages and spreadsheets. */
public final class Spaces {
    private Spaces() {}

    /**
     * The text without white space, no-break spaces and zero-width characters at its ends; empty if
     * there is nothing else. Within the text they stay: they shape the letters of some scripts, and emoji.
     */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.charAt(start))) {
            start++;
        }
        while (start < end && isInvisible(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** All of them are below U+10000, so that no character of two units is cut. */
    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                // soft hyphen, Mongolian vowel separator, zero-width characters and marks of direction
                || c == '\u00ad'
                || c == '\u061c'
                || c == '\u180e'
                || (c >= '\u200b' && c <= '\u200f')
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2060' && c <= '\u206f')
                || c == '\ufeff'
                // letters without a shape: Hangul fillers and the empty Braille pattern
                || c == '\u115f'
                || c == '\u1160'
                || c == '\u3164'
                || c == '\uffa0'
                || c == '\u2800';
    }
}
