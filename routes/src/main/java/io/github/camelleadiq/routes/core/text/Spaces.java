/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import java.util.regex.Pattern;

/**
 * What is invisible in a text: at its ends it comes along when text is copied from web pages and spreadsheets, and in what a
 * server says it can make one line of a log look like two.
 */
public final class Spaces {
    /** Control characters, separators of lines, and the signs that turn the rest of a line around. */
    private static final Pattern MOVES =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

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

    /**
     * What another program says, for logs and messages: on one line, and without what moves a terminal's cursor or changes its
     * colours. Null stays null.
     */
    public static String line(String text) {
        return text == null ? null : MOVES.matcher(text).replaceAll(" ").strip();
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
