/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.soql;

import java.util.List;

/**
 * A parsed query.
 *
 * @param count  how many rows there are, and nothing of them
 * @param counts what to count in the one row of an answer, empty of other queries
 * @param fields paths to select, empty if anything is counted
 * @param where  null for all records
 * @param limit  most rows, or -1
 */
public record SoqlQuery(
        boolean count,
        List<Count> counts,
        List<String> fields,
        String from,
        Condition where,
        List<Order> order,
        int limit,
        int offset) {

    /** Counts the rows in which a field has a value. */
    public record Count(String field, String name) {}

    /** One sort key. */
    public record Order(String field, boolean descending, boolean nullsLast) {}

    /** What a record must fulfil. */
    public sealed interface Condition {}

    public record And(Condition left, Condition right) implements Condition {}

    public record Or(Condition left, Condition right) implements Condition {}

    public record Not(Condition operand) implements Condition {}

    /**
     * A comparison.
     *
     * @param operator in upper case
     * @param values   one; of IN and NOT IN any number. Strings, BigDecimals, Booleans, Instants, LocalDates, DateLiterals, nulls
     */
    public record Compare(String field, String operator, List<Object> values) implements Condition {}
}
