/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The encoding of a text file: by its byte order mark, or UTF-8 if all of it is that, or Windows-1252, which spreadsheets
 * still write. A name with a broken accent would be paid for and not found.
 *
 * @param markLength bytes of the byte order mark; 0 without one
 */
record Encoding(Charset charset, int markLength) {

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

    /** Reads the file once from start to end, a buffer at a time. */
    static Encoding of(CsvSource source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] head = in.readNBytes(LONGEST_MARK);
            for (Mark mark : MARKS) {
                if (mark.starts(head)) {
                    return new Encoding(mark.charset(), mark.bytes().length);
                }
            }
        }
        return new Encoding(isUtf8(source) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"), 0);
    }

    private static boolean isUtf8(CsvSource source) throws IOException {
        try (Reader reader = new InputStreamReader(source.open(), StandardCharsets.UTF_8.newDecoder())) {
            char[] buffer = new char[BUFFER];
            while (reader.read(buffer) >= 0) {
                // only whether it can be read
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    boolean hasMark() {
        return markLength > 0;
    }

    /** The text after the byte order mark. */
    Reader reader(CsvSource source) throws IOException {
        InputStream in = source.open();
        in.skipNBytes(markLength);
        return new BufferedReader(new InputStreamReader(in, charset), BUFFER);
    }
}
