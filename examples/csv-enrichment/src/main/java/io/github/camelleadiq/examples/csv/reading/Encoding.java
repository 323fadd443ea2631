/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The encoding of a text file: by its byte order mark, or else UTF-8 and Windows-1252, which spreadsheets still write. Files
 * that were put together from several have both, so each line is read as what it is. A name with a broken accent would be paid
 * for and not found.
 *
 * @param charset of the file; of a file with both it is UTF-8
 * @param markLength bytes of the byte order mark; 0 without one
 */
record Encoding(Charset charset, int markLength) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private record Mark(Charset charset, byte... bytes) {
        boolean starts(byte[] head) {
            return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
        }
    }

    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, (byte) 0xEF, (byte) 0xBB, (byte) 0xBF),
            new Mark(StandardCharsets.UTF_16LE, (byte) 0xFF, (byte) 0xFE),
            new Mark(StandardCharsets.UTF_16BE, (byte) 0xFE, (byte) 0xFF));
    private static final int LONGEST_MARK = 3;
    private static final int BUFFER = 1 << 16;

    /** Without a byte order mark, reads the file once from start to end, a line at a time. */
    static Encoding of(CsvSource source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] head = in.readNBytes(LONGEST_MARK);
            for (Mark mark : MARKS) {
                if (mark.starts(head)) {
                    return new Encoding(mark.charset(), mark.bytes().length);
                }
            }
        }
        return new Encoding(isWindows(source) ? WINDOWS : StandardCharsets.UTF_8, 0);
    }

    /** Whether a line needs Windows-1252, and no line with accents needs UTF-8. */
    private static boolean isWindows(CsvSource source) throws IOException {
        boolean windows = false;
        try (Lines lines = new Lines(source.open())) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                boolean isAscii = true;
                for (byte one : line) {
                    isAscii &= one >= 0;
                }
                if (!isAscii && utf8(line).isPresent()) {
                    return false;
                }
                windows |= !isAscii;
            }
        }
        return windows;
    }

    boolean hasMark() {
        return markLength > 0;
    }

    /** The text after the byte order mark. */
    Reader reader(CsvSource source) throws IOException {
        InputStream in = source.open();
        in.skipNBytes(markLength);
        boolean isWide = !charset.equals(StandardCharsets.UTF_8) && !charset.equals(WINDOWS);
        return new BufferedReader(isWide ? new InputStreamReader(in, charset) : new LineDecoder(new Lines(in)), BUFFER);
    }

    /** The text of bytes in UTF-8; empty if they are not. */
    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Bytes, parted behind each line end, and in a line without end between two characters. */
    private static final class Lines implements AutoCloseable {
        private static final int LONGEST = 1 << 16;
        private static final int LONGEST_CHARACTER = 4;

        private final InputStream in;

        Lines(InputStream in) {
            this.in = new BufferedInputStream(in, BUFFER);
        }

        /** Null at the end. */
        byte[] next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            while (true) {
                in.mark(1);
                int one = in.read();
                if (one < 0) {
                    return line.size() == 0 ? null : line.toByteArray();
                }
                boolean isContinued = (one & 0xC0) == 0x80;
                if (line.size() >= LONGEST + LONGEST_CHARACTER || (line.size() >= LONGEST && !isContinued)) {
                    in.reset();
                    return line.toByteArray();
                }
                line.write(one);
                if (one == '\n' || one == '\r') {
                    return line.toByteArray();
                }
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Each line in UTF-8, or else in Windows-1252. */
    private static final class LineDecoder extends Reader {
        private final Lines lines;
        private String text = "";
        private int at;

        LineDecoder(Lines lines) {
            this.lines = lines;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            while (at == text.length()) {
                byte[] line = lines.next();
                if (line == null) {
                    return -1;
                }
                text = utf8(line).orElseGet(() -> new String(line, WINDOWS));
                at = 0;
            }
            int count = Math.min(length, text.length() - at);
            text.getChars(at, at + count, target, offset);
            at += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
