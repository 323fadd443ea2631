/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.report;

import java.io.IOException;

/** Markup, with all text escaped. */
final class Html {

    private final Appendable out;

    Html(Appendable out) {
        this.out = out;
    }

    /** Markup as it stands; never text from outside. */
    Html raw(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    Html text(Object text) throws IOException {
        out.append(escaped(String.valueOf(text)));
        return this;
    }

    /** An element with nothing but text in it. */
    Html element(String tag, Object text) throws IOException {
        return element(tag, null, text);
    }

    /** @param styleClass null for none */
    Html element(String tag, String styleClass, Object text) throws IOException {
        raw("<" + tag + (styleClass == null ? "" : " class=\"" + styleClass + "\"") + ">");
        return text(text).raw("</" + tag + ">");
    }

    /** Text from outside, kept from turning the direction of what stands around it. */
    Html foreign(String text) throws IOException {
        return raw("<bdi>").text(text).raw("</bdi>");
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isHarmless(c) ? c : '\uFFFD');
            }
        });
        return escaped.toString();
    }

    /** HTML has no control characters, no lone surrogates, and no signs that turn the rest of the line around. */
    private static boolean isHarmless(int c) {
        return c == '\n'
                || c == '\t'
                || !(Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || isTurning(c));
    }

    private static boolean isTurning(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
