/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.soql;

import io.github.camelleadiq.simulator.salesforce.org.FieldValues;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.And;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.Compare;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.Condition;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.Count;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.Not;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.Or;
import io.github.camelleadiq.simulator.salesforce.soql.SoqlQuery.Order;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Understands queries, by recursive descent. */
public final class Parser {
    private static final Set<String> SYMBOLS = Set.of("=", "!=", "<>", "<", "<=", ">", ">=");

    private static final Set<String> CLAUSES =
            Set.of("WHERE", "ORDER", "LIMIT", "OFFSET", "GROUP", "HAVING", "FOR", "WITH", "USING");

    private final List<Token> tokens;
    private int at;
    private String alias;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws SoqlException if it is not a query, or more than the simulator knows */
    public static SoqlQuery parse(String query) {
        return new Parser(Lexer.tokens(query)).query();
    }

    private SoqlQuery query() {
        expect("SELECT");
        List<String> fields = new ArrayList<>();
        List<Count> counts = new ArrayList<>();
        boolean count = isCount() && tokens.get(at + 2).is(")");
        if (count) {
            at += 3;
        } else {
            boolean counting = isCount();
            do {
                if (counting) {
                    counts.add(count(counts.size()));
                } else {
                    fields.add(name());
                }
            } while (accept(","));
        }
        expect("FROM");
        String from = name();
        boolean named = peek().kind() == Token.Kind.NAME
                && !CLAUSES.contains(peek().text().toUpperCase(Locale.ROOT));
        alias = named ? name() : null;
        Condition where = accept("WHERE") ? condition() : null;
        List<Order> order = new ArrayList<>();
        if (accept("ORDER")) {
            expect("BY");
            do {
                order.add(order());
            } while (accept(","));
        }
        int limit = accept("LIMIT") ? number() : -1;
        int offset = accept("OFFSET") ? number() : 0;
        if (peek().kind() != Token.Kind.END) {
            throw unexpected();
        }
        return new SoqlQuery(
                count,
                counts.stream()
                        .map(c -> new Count(unaliased(c.field()), c.name()))
                        .toList(),
                fields.stream().map(this::unaliased).toList(),
                from,
                where,
                order,
                limit,
                offset);
    }

    private boolean isCount() {
        return tokens.get(at).is("COUNT") && tokens.get(at + 1).is("(");
    }

    /** Without a name of its own a count is called by its number. */
    private Count count(int number) {
        if (!isCount()) {
            throw unexpected();
        }
        at += 2;
        String field = name();
        expect(")");
        boolean named = peek().kind() == Token.Kind.NAME && !peek().is("FROM");
        return new Count(field, named ? name() : "expr" + number);
    }

    /** A field without the name that the query gives its object. */
    private String unaliased(String field) {
        int dot = field.indexOf('.');
        return dot > 0 && field.substring(0, dot).equalsIgnoreCase(alias) ? field.substring(dot + 1) : field;
    }

    private Order order() {
        String field = unaliased(name());
        boolean descending = accept("DESC");
        if (!descending) {
            accept("ASC");
        }
        if (accept("NULLS")) {
            boolean last = accept("LAST");
            if (!last) {
                expect("FIRST");
            }
            return new Order(field, descending, last);
        }
        return new Order(field, descending, false);
    }

    /** As in SOQL, AND and OR do not mix without parentheses. */
    private Condition condition() {
        Condition left = operand();
        String word = peek().text().toUpperCase(Locale.ROOT);
        if (word.equals("AND") || word.equals("OR")) {
            while (accept(word)) {
                Condition right = operand();
                left = word.equals("AND") ? new And(left, right) : new Or(left, right);
            }
            if (peek().is("AND") || peek().is("OR")) {
                throw unexpected();
            }
        }
        return left;
    }

    private Condition operand() {
        if (accept("NOT")) {
            return new Not(operand());
        }
        if (accept("(")) {
            Condition inner = condition();
            expect(")");
            return inner;
        }
        return comparison();
    }

    private Condition comparison() {
        String field = unaliased(name());
        if (accept("LIKE")) {
            return new Compare(field, "LIKE", Collections.singletonList(value()));
        }
        if (accept("IN")) {
            return new Compare(field, "IN", values());
        }
        if (accept("NOT")) {
            expect("IN");
            return new Compare(field, "NOT IN", values());
        }
        Token operator = next();
        if (operator.kind() != Token.Kind.SYMBOL || !SYMBOLS.contains(operator.text())) {
            at--;
            throw unexpected();
        }
        String symbol = operator.text().equals("<>") ? "!=" : operator.text();
        return new Compare(field, symbol, Collections.singletonList(value()));
    }

    private List<Object> values() {
        expect("(");
        List<Object> values = new ArrayList<>();
        do {
            values.add(value());
        } while (accept(","));
        expect(")");
        return values;
    }

    private Object value() {
        Token token = peek();
        Object value =
                switch (token.kind()) {
                    case STRING -> token.text();
                    case NUMBER -> new BigDecimal(token.text());
                    case TIME -> time(token.text());
                    case DATE -> date(token.text());
                    case NAME -> word(token);
                    case SYMBOL, END -> throw unexpected();
                };
        at++;
        return value;
    }

    private static Object time(String text) {
        try {
            return FieldValues.parseTime(text);
        } catch (DateTimeParseException e) {
            throw SoqlException.malformed("line 1:1 no viable alternative at '" + text + "'");
        }
    }

    private static Object date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw SoqlException.malformed("line 1:1 no viable alternative at '" + text + "'");
        }
    }

    private Object word(Token token) {
        if (token.is("null")) {
            return null;
        }
        if (token.is("true") || token.is("false")) {
            return token.is("true");
        }
        DateLiteral literal = DateLiteral.parse(token.text());
        if (literal != null) {
            return literal;
        }
        throw unexpected();
    }

    private int number() {
        Token token = next();
        if (token.kind() != Token.Kind.NUMBER || !token.text().matches("\\d{1,9}")) {
            at--;
            throw unexpected();
        }
        return Integer.parseInt(token.text());
    }

    private String name() {
        if (peek().kind() != Token.Kind.NAME) {
            throw unexpected();
        }
        return next().text();
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw unexpected();
        }
    }

    private boolean accept(String word) {
        boolean is = peek().is(word);
        if (is) {
            at++;
        }
        return is;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    private SoqlException unexpected() {
        return SoqlException.malformed("unexpected token: '" + peek().text() + "'");
    }
}
