/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file row by row, whatever it looks like: each row below the header comes out once, readable or not. */
public final class RowReader implements Closeable {

    private final RawRecords records;
    private final CsvDialect dialect;
    private final CSVFormat format;
    private final Header header;
    private long number;

    /**
     * Reads up to the header.
     *
     * @throws UnusableCsvException when there is no header by which leads can be looked up
     */
    public RowReader(CsvSource source) throws IOException {
        Encoding encoding = Encoding.of(source);
        records = new RawRecords(encoding.reader(source));
        try {
            RawRecord first = firstRecord();
            char delimiter = delimiter(first.text());
            records.delimiter(delimiter);
            dialect = new CsvDialect(encoding.charset(), encoding.hasMark(), delimiter, records.lineEnd());
            format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(delimiter)
                    .setIgnoreSurroundingSpaces(true)
                    .get();
            List<String> names = parse(first.text());
            if (names == null) {
                throw new UnusableCsvException("The first line is not a row of a CSV file: see its quotes");
            }
            header = new Header(names);
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

    private RawRecord firstRecord() throws IOException {
        RawRecord record = records.next();
        while (record != null && record.text().isBlank()) {
            record = records.next();
        }
        if (record == null) {
            throw new UnusableCsvException("The file is empty");
        }
        return record;
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
        List<String> values = parse(raw.text());
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
        return values.size() == columns
                ? Row.readable(rowNumber, raw.line(), values)
                : Row.unreadable(
                        rowNumber,
                        raw,
                        new Rejection(
                                Rejection.Kind.MALFORMED, values.size() + " fields where the header has " + columns));
    }

    /** The fields; none for empty text, null if this is not CSV. */
    private List<String> parse(String text) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> parsed = parser.getRecords();
            return parsed.isEmpty() ? List.of() : parsed.get(0).toList();
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }

    private static char delimiter(String headerText) {
        return (char) RawRecords.DELIMITERS
                .chars()
                .boxed()
                .max(Comparator.comparingLong(candidate ->
                        headerText.chars().filter(c -> c == candidate).count()))
                .orElseThrow()
                .intValue();
    }
}
