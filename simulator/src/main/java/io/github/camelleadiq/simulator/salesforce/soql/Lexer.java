/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into tokens. */
final class Lexer {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<time>\\d{4}-\\d{2}-\\d{2}T[\\d:.]+(?:Z|[+-]\\d{2}:?\\d{2}))"
                    + "|(?<date>\\d{4}-\\d{2}-\\d{2})"
                    + "|(?<number>[+-]?\\d+(?:\\.\\d+)?)"
                    + "|(?<name>[A-Za-z]\\w*(?:\\.\\w+)*(?::\\d+)?)"
                    + "|'(?<string>(?:[^'\\\\]|\\\\.)*+)'"
                    + "|(?<symbol><=|>=|!=|<>|[=<>(),]))");
    private static final Map<Character, String> ESCAPES = Map.ofEntries(
            Map.entry('n', "\n"),
            Map.entry('N', "\n"),
            Map.entry('r', "\r"),
            Map.entry('R', "\r"),
            Map.entry('t', "\t"),
            Map.entry('T', "\t"),
            Map.entry('b', "\b"),
            Map.entry('B', "\b"),
            Map.entry('f', "\f"),
            Map.entry('F', "\f"),
            Map.entry('"', "\""),
            Map.entry('\'', "'"),
            // of LIKE; kept for its matcher
            Map.entry('_', "\\_"),
            Map.entry('%', "\\%"),
            Map.entry('\\', "\\"));

    private Lexer() {}

    static List<Token> tokens(String query) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(query);
        int at = 0;
        String rest = query.stripTrailing();
        while (at < rest.length()) {
            if (!matcher.region(at, rest.length()).lookingAt()) {
                throw SoqlException.malformed("unexpected token: '" + rest.charAt(at) + "'");
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        tokens.add(new Token(Token.Kind.END, "<EOF>"));
        return tokens;
    }

    private static Token token(Matcher matcher) {
        for (Token.Kind kind : Token.Kind.values()) {
            if (kind != Token.Kind.END && matcher.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                String text = matcher.group(kind.name().toLowerCase(Locale.ROOT));
                return new Token(kind, kind == Token.Kind.STRING ? unescape(text) : text);
            }
        }
        throw SoqlException.malformed("unexpected token");
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            String meant = ESCAPES.get(text.charAt(++i));
            if (meant == null) {
                throw SoqlException.malformed("Illegal character escape sequence '\\" + text.charAt(i) + "'");
            }
            plain.append(meant);
        }
        return plain.toString();
    }
}
