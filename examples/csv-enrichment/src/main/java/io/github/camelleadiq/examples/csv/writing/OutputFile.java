/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.writing;

import io.github.camelleadiq.examples.csv.reading.CsvDialect;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A CSV file that has its name only once it is complete; until then, and for ever if that never happens, it is called
 * {@code *.part}. In UTF-8, and apart from that as the input is written.
 */
final class OutputFile implements Closeable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** As formulas begin, in the wide letters of East Asian spreadsheets as well, and behind blanks, which may be left out. */
    private static final Pattern FORMULA = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]*[=+@\\-\uFF1D\uFF0B\uFF20\uFF0D]");

    private final Path path;
    private final Path part;
    private final CSVPrinter printer;

    OutputFile(Path path, CsvDialect dialect) throws IOException {
        this.path = path.toAbsolutePath();
        this.part = this.path.resolveSibling(this.path.getFileName() + ".part");
        Files.createDirectories(this.path.getParent());
        keepEarlier();
        Writer writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
        // who sends another encoding than UTF-8 uses a program that does not expect it without a mark
        if (dialect.byteOrderMark() || !dialect.charset().equals(StandardCharsets.UTF_8)) {
            writer.write(BYTE_ORDER_MARK);
        }
        printer = new CSVPrinter(
                writer,
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(dialect.delimiter())
                        .setRecordSeparator(dialect.lineEnd())
                        .get());
    }

    /**
     * Reaches the file at once: what was paid for must outlast a crash. Text that a spreadsheet would take for a formula gets an
     * apostrophe in front, be it LeadIQ's or the input's: a name such as {@code =HYPERLINK(...)} must not be run by whoever opens
     * the file.
     */
    void write(List<Object> values) throws IOException {
        printer.printRecord(values.stream().map(OutputFile::inert).toList());
        printer.flush();
    }

    private static Object inert(Object value) {
        return value instanceof CharSequence text && FORMULA.matcher(text).find() ? "'" + text : value;
    }

    /** Closes the file and gives it its name. */
    void complete() throws IOException {
        printer.close();
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where the rows are now. */
    Path location() {
        return Files.exists(part) ? part : path;
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }

    /** Rows of a run that did not finish were paid for. */
    private void keepEarlier() throws IOException {
        if (Files.exists(part)) {
            int number = 1;
            while (Files.exists(earlier(number))) {
                number++;
            }
            Files.move(part, earlier(number));
        }
    }

    private Path earlier(int number) {
        return part.resolveSibling(part.getFileName() + "." + number);
    }
}
