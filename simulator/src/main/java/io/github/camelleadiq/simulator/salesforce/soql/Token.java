/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.soql;

/**
 * A word of a query.
 *
 * @param text of a string: without quotes and escapes
 */
record Token(Kind kind, String text) {
    enum Kind {
        NAME,
        STRING,
        NUMBER,
        TIME,
        DATE,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }
}
