/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file row by row, whatever it looks like: each row below the header comes out once, readable or not. */
public final class RowReader implements Closeable {

    /** Records above the header at most. */
    private static final int MOST_ABOVE = 20;

    /** Tells spreadsheets how the file is written; a spreadsheet that obeys it ignores the byte order mark, so we write none. */
    private static final Pattern NAMED_DELIMITER = Pattern.compile("(?i)\\s*\"?sep=([^\"\\r\\n])\"?\\s*");

    private final RawRecords records;
    private final CsvDialect dialect;
    private final CSVFormat format;
    private final Header header;
    private long number;

    /**
     * Reads up to the header, past what programs write above it: notes, and a line such as {@code sep=;}.
     *
     * @throws UnusableCsvException when there is no header by which leads can be looked up
     */
    public RowReader(CsvSource source) throws IOException {
        Encoding encoding = Encoding.of(source);
        records = new RawRecords(encoding.reader(source));
        try {
            Table table = table();
            header = table.header;
            format = format(table.delimiter);
            records.delimiter(table.delimiter);
            dialect = new CsvDialect(encoding.charset(), encoding.hasMark(), table.delimiter, records.lineEnd());
        } catch (IOException | RuntimeException e) {
            records.close();
            throw e;
        }
    }

    public CsvDialect dialect() {
        return dialect;
    }

    public Header header() {
        return header;
    }

    /** The next row, or null at the end. */
    public Row next() throws IOException {
        RawRecord raw = records.next();
        return raw == null ? null : row(number++, raw);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private record Table(Header header, char delimiter) {}

    /** The first record that names columns to look leads up by. */
    private Table table() throws IOException {
        String delimiters = RawRecords.DELIMITERS;
        boolean any = false;
        boolean isCsv = true;
        for (int seen = 0; seen < MOST_ABOVE; ) {
            RawRecord raw = records.next();
            if (raw == null) {
                break;
            }
            Matcher named = NAMED_DELIMITER.matcher(raw.text());
            if (named.matches()) {
                delimiters = named.group(1);
            } else if (!raw.text().isBlank()) {
                seen++;
                List<Table> tables = tables(raw.text(), delimiters);
                if (tables.isEmpty()) {
                    // a quote that is never closed must not take the header with it
                    records.onlyFirstLine(raw);
                }
                Optional<Table> best = tables.stream()
                        .filter(table -> table.header.isEnough())
                        .max(Comparator.comparingLong((Table table) -> table.header.known())
                                .thenComparing(table -> table.header.names().size()));
                if (best.isPresent()) {
                    return best.get();
                }
                isCsv = any ? isCsv : !tables.isEmpty();
                any = true;
            }
        }
        if (!any) {
            throw new UnusableCsvException("The file is empty");
        }
        // the lines are not repeated here: in a file without a header they are personal data
        throw new UnusableCsvException(
                isCsv
                        ? "The first lines name no columns to look leads up by. Needed are LinkedIn URL, or email,"
                                + " or name (or first name and last name) with company or domain"
                        : "The first line is not a row of a CSV file: see its quotes");
    }

    /** How a record reads as a header, by each delimiter by which it is CSV: one inside quotes is none. */
    private static List<Table> tables(String text, String delimiters) {
        List<Table> tables = new ArrayList<>();
        for (char delimiter : delimiters.toCharArray()) {
            List<String> names = parse(text, format(delimiter));
            if (names != null) {
                tables.add(new Table(new Header(names), delimiter));
            }
        }
        return tables;
    }

    private Row row(long rowNumber, RawRecord raw) {
        if (raw.cut()) {
            return Row.unreadable(
                    rowNumber,
                    raw,
                    new Rejection(
                            Rejection.Kind.TOO_LONG,
                            "more than " + RawRecords.LONGEST + " characters; the rest is left out here"));
        }
        List<String> values = parse(raw.text(), format);
        if (values == null) {
            // perhaps a quote that was never closed: it must not take the rows below with it
            return Row.unreadable(
                    rowNumber,
                    records.onlyFirstLine(raw),
                    new Rejection(Rejection.Kind.MALFORMED, "a quote is not closed, or text follows a closing quote"));
        }
        if (values.stream().allMatch(String::isBlank)) {
            return Row.unreadable(rowNumber, raw, new Rejection(Rejection.Kind.BLANK, ""));
        }
        int columns = header.names().size();
        if (values.size() > columns
                && values.subList(columns, values.size()).stream().allMatch(String::isBlank)) {
            values = values.subList(0, columns);
        }
        if (values.size() > columns) {
            return Row.unreadable(
                    rowNumber,
                    raw,
                    new Rejection(Rejection.Kind.MALFORMED, values.size() + " fields where the header has " + columns));
        }
        // spreadsheets leave out empty fields at the end
        List<String> whole = new ArrayList<>(values);
        whole.addAll(Collections.nCopies(columns - values.size(), ""));
        return Row.readable(rowNumber, raw.line(), List.copyOf(whole));
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .get();
    }

    /** The fields; none for empty text, null if this is not CSV. */
    private static List<String> parse(String text, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> parsed = parser.getRecords();
            return parsed.isEmpty() ? List.of() : parsed.get(0).toList();
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }
}
