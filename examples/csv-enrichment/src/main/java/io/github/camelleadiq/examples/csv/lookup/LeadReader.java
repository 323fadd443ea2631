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
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Makes leads of rows. Sees the rows in the order of the file, so that of duplicates the first one is looked up. */
public final class LeadReader {

    /** Longer than any name, domain, address or URL of a person. */
    private static final int LONGEST_VALUE = 500;

    private final Header header;
    private final Duplicates duplicates = new Duplicates();

    public LeadReader(Header header) {
        this.header = header;
    }

    /** The row with its lead, or with what keeps it from being looked up. */
    public LeadRow read(Row row) {
        if (row.problem() != null) {
            return LeadRow.rejected(row, row.problem());
        }
        Optional<Column> tooLong = Arrays.stream(Column.values())
                .filter(column -> length(header.value(row, column)) > LONGEST_VALUE)
                .findFirst();
        if (tooLong.isPresent()) {
            return LeadRow.rejected(
                    row,
                    new Rejection(TOO_LONG, label(tooLong.get()) + " has more than " + LONGEST_VALUE + " characters"));
        }
        Lead lead = lead(row);
        if (!lead.isSearchable()) {
            return LeadRow.rejected(row, new Rejection(NO_IDENTIFIER, missing(row)));
        }
        OptionalLong first = duplicates.firstLine(lead, row.line());
        return first.isPresent()
                ? LeadRow.rejected(row, new Rejection(DUPLICATE, "same person as line " + first.getAsLong()))
                : LeadRow.of(row, lead);
    }

    private Lead lead(Row row) {
        String first = header.value(row, Column.FIRST_NAME);
        String last = header.value(row, Column.LAST_NAME);
        boolean inParts = first != null && last != null;
        return new Lead(
                inParts ? null : header.value(row, Column.FULL_NAME),
                first,
                last,
                header.value(row, Column.COMPANY),
                clean(row, Column.DOMAIN, Identifiers::domain),
                clean(row, Column.EMAIL, Identifiers::email),
                clean(row, Column.LINKEDIN_URL, Identifiers::linkedinUrl));
    }

    private String clean(Row row, Column column, Function<String, Optional<String>> cleaner) {
        String value = header.value(row, column);
        return value == null ? null : cleaner.apply(value).orElse(null);
    }

    /** What the person who repairs the row has to look at. */
    private String missing(Row row) {
        if (header.value(row, Column.LINKEDIN_URL) != null) {
            return "the LinkedIn URL is not that of a person";
        }
        return header.value(row, Column.EMAIL) != null
                ? "the email is not an address"
                : "needs a LinkedIn URL, an email, or a whole name with a company or domain";
    }

    private static String label(Column column) {
        return column.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static int length(String value) {
        return value == null ? 0 : value.length();
    }
}
