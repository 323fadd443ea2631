/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/**
 * Cuts text into records at the line ends that are not inside quotes. A CSV parser alone reads on to the end of the file
 * after a quote that is never closed; this reader has a bound, and can go back to the second line of such a record.
 */
final class RawRecords implements Closeable {

    /** Characters of a record at most. */
    static final int LONGEST = 1 << 16;

    /** What can be between two fields. */
    static final String DELIMITERS = ",;\t|";

    private static final int END = -1;

    private final Reader reader;
    /** Characters that are to be read again. */
    private String again = "";

    private int againAt;
    private boolean atEnd;
    private String delimiters = DELIMITERS;
    private long line = 1;
    private String lineEnd;

    RawRecords(Reader reader) {
        this.reader = reader;
    }

    /** Says what the header was seen to use; until then it can be any. Quotes only count at the start of a field. */
    void delimiter(char value) {
        delimiters = String.valueOf(value);
    }

    /** The first line end of the text, or that of this system if there was none yet. */
    String lineEnd() {
        return lineEnd == null ? System.lineSeparator() : lineEnd;
    }

    /** The next record, or null at the end. */
    RawRecord next() throws IOException {
        int c = read();
        if (c == END) {
            return null;
        }
        long start = line;
        StringBuilder text = new StringBuilder();
        Quotes quotes = new Quotes(delimiters);
        while (c != END) {
            boolean quoted = quotes.see((char) c);
            if (isLineEnd(c)) {
                String end = lineEnd(c);
                line++;
                if (!quoted) {
                    break;
                }
                text.append(end);
            } else {
                text.append((char) c);
            }
            if (text.length() > LONGEST) {
                return tooLong(new RawRecord(start, text.toString(), false));
            }
            c = read();
        }
        atEnd = c == END;
        return new RawRecord(start, text.toString(), false);
    }

    /** Makes do with the first line of the record that was read last; its other lines are read again as records. */
    RawRecord onlyFirstLine(RawRecord record) {
        return firstLineEnd(record.text()) < 0 ? record : goBack(record, atEnd ? "" : lineEnd());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** A quote that is never closed has eaten lines; a single line of that length has no use but to be reported. */
    private RawRecord tooLong(RawRecord record) throws IOException {
        if (firstLineEnd(record.text()) >= 0) {
            return goBack(record, "");
        }
        int c = read();
        while (c != END && !isLineEnd(c)) {
            c = read();
        }
        if (c != END) {
            lineEnd(c);
            line++;
        }
        return new RawRecord(record.line(), record.text().substring(0, LONGEST), true);
    }

    /** @param tail what was read after the record's text */
    private RawRecord goBack(RawRecord record, String tail) {
        String text = record.text();
        int end = firstLineEnd(text);
        int rest = end + (text.startsWith("\r\n", end) ? 2 : 1);
        again = text.substring(rest) + tail + again.substring(againAt);
        againAt = 0;
        line = record.line() + 1;
        return new RawRecord(record.line(), text.substring(0, end), false);
    }

    private static int firstLineEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isLineEnd(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    /** The whole line end that starts with this character. */
    private String lineEnd(int first) throws IOException {
        String end = "\n";
        if (first == '\r') {
            int second = read();
            end = second == '\n' ? "\r\n" : "\r";
            if (second != '\n' && second != END) {
                again = (char) second + again.substring(againAt);
                againAt = 0;
            }
        }
        if (lineEnd == null) {
            lineEnd = end;
        }
        return end;
    }

    private int read() throws IOException {
        return againAt < again.length() ? again.charAt(againAt++) : reader.read();
    }

    /** Whether a character is inside quotes. */
    private static final class Quotes {
        private final String delimiters;
        private boolean open;
        private boolean justClosed;
        private boolean fieldStart = true;

        Quotes(String delimiters) {
            this.delimiters = delimiters;
        }

        boolean see(char c) {
            if (open) {
                open = c != '"';
                justClosed = !open;
                return true;
            }
            if (c == '"' && (fieldStart || justClosed)) {
                open = true;
            }
            justClosed = false;
            fieldStart = delimiters.indexOf(c) >= 0 || fieldStart && c == ' ';
            return open;
        }
    }
}
