/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import static io.github.camelleadiq.examples.csv.reading.Rejection.Kind.DUPLICATE;
import static io.github.camelleadiq.examples.csv.reading.Rejection.Kind.NO_IDENTIFIER;
import static io.github.camelleadiq.examples.csv.reading.Rejection.Kind.TOO_LONG;

import io.github.camelleadiq.examples.csv.reading.Column;
import io.github.camelleadiq.examples.csv.reading.Header;
import io.github.camelleadiq.examples.csv.reading.Rejection;
import io.github.camelleadiq.examples.csv.reading.Row;
import io.github.camelleadiq.routes.core.text.Texts;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes leads of rows. Sees the rows in the order of the file, so that of duplicates the first one is looked up. */
public final class LeadReader {

    /** Longer than any name, domain, address or URL of a person. */
    private static final int LONGEST_VALUE = 500;

    private final Header header;
    private final Rules rules;
    private final Duplicates duplicates = new Duplicates();

    public LeadReader(Header header, Rules rules) {
        this.header = header;
        this.rules = rules;
    }

    /** The row with its lead, or with what keeps it from being looked up. */
    public LeadRow read(Row row) {
        if (row.problem() != null) {
            return LeadRow.rejected(row, row.problem());
        }
        Optional<Column> tooLong = Arrays.stream(Column.values())
                .filter(column -> header.values(row, column).stream().anyMatch(value -> value.length() > LONGEST_VALUE))
                .findFirst();
        if (tooLong.isPresent()) {
            return LeadRow.rejected(
                    row,
                    new Rejection(TOO_LONG, label(tooLong.get()) + " has more than " + LONGEST_VALUE + " characters"));
        }
        Lead lead = rules.lead("line " + row.line(), values(row));
        if (!lead.plan().isLookup()) {
            return LeadRow.rejected(row, new Rejection(NO_IDENTIFIER, missing(row)));
        }
        OptionalLong first = duplicates.firstLine(lead, row.line());
        return first.isPresent()
                ? LeadRow.rejected(row, new Rejection(DUPLICATE, "same person as line " + first.getAsLong()))
                : LeadRow.of(row, lead);
    }

    /** Of each column's meaning the first value that says anything. */
    private Map<Column, String> values(Row row) {
        Map<Column, String> values = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            header.values(row, column).stream()
                    .flatMap(value -> column.usable(value).stream())
                    .findFirst()
                    .ifPresent(value -> values.put(column, value));
        }
        completeName(values);
        return values;
    }

    /**
     * Beside a column for one half of the name, one that is called name has the other half in German, French and Spanish files:
     * {@code Vorname, Name}. It has the whole name if the half is in it.
     */
    private static void completeName(Map<Column, String> values) {
        String full = values.get(Column.FULL_NAME);
        String first = values.get(Column.FIRST_NAME);
        String last = values.get(Column.LAST_NAME);
        if (full == null || (first == null) == (last == null)) {
            return;
        }
        List<String> half = words(first == null ? last : first);
        List<String> words = words(full);
        boolean isWhole = words.size() > half.size() && words.containsAll(half);
        if (!isWhole) {
            values.remove(Column.FULL_NAME);
            values.put(first == null ? Column.FIRST_NAME : Column.LAST_NAME, full);
        }
    }

    private static List<String> words(String name) {
        return List.of(Texts.fold(name).split(" "));
    }

    /** What the person who repairs the row has to look at. */
    private String missing(Row row) {
        boolean isOfLinkedIn = header.values(row, Column.LINKEDIN_URL).stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("linkedin."));
        if (isOfLinkedIn) {
            return "the LinkedIn URL is not that of a person";
        }
        return header.values(row, Column.EMAIL).isEmpty()
                ? "needs a LinkedIn URL, an email, or a whole name with a company or domain"
                : "the email is not an address of one person";
    }

    private static String label(Column column) {
        return column.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
