/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {

    @Test
    void readsQuotesCommasAndLineEndsInsideFields() throws IOException {
        List<Row> rows = read(
                "name,company,notes\r\n\"Ada \"\"A\"\" Example\",\"Acme, Inc.\",\"two\r\nlines\"\r\nBo,Hooli,\r\n");

        assertThat(rows)
                .extracting(Row::line, Row::values)
                .containsExactly(
                        tuple(2L, List.of("Ada \"A\" Example", "Acme, Inc.", "two\r\nlines")),
                        tuple(4L, List.of("Bo", "Hooli", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsAndRemembersEveryLineEnd(String end) throws IOException {
        try (RowReader reader = reader(("email" + end + "a@acme.example" + end + "b@acme.example").getBytes())) {
            assertThat(reader.dialect().lineEnd()).isEqualTo(end);
            assertThat(List.of(reader.next().line(), reader.next().line())).containsExactly(2L, 3L);
            assertThat(reader.next()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void seesTheDelimiterInTheHeader(String delimiter) throws IOException {
        List<Row> rows = read(String.join(delimiter, "name", "\"the\ncompany\"", "email") + "\n"
                + String.join(delimiter, "Ada", "\"Acme" + delimiter + " Inc.\"", "a@acme.example") + "\n");

        assertThat(rows)
                .extracting(Row::values)
                .containsExactly(List.of("Ada", "Acme" + delimiter + " Inc.", "a@acme.example"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,true", "UTF-8,false", "UTF-16LE,true", "UTF-16BE,true", "windows-1252,false"})
    void readsAccentsInEveryEncodingThatSpreadsheetsWrite(String name, boolean mark) throws IOException {
        Charset charset = Charset.forName(name);
        byte[] bytes = ((mark ? "\uFEFF" : "") + "name,company\nChloé Müller,Señor S.A.\n").getBytes(charset);

        try (RowReader reader = reader(bytes)) {
            assertThat(reader.dialect())
                    .extracting(CsvDialect::charset, CsvDialect::byteOrderMark)
                    .containsExactly(charset, mark);
            assertThat(reader.header().names()).containsExactly("name", "company");
            assertThat(reader.next().values()).containsExactly("Chloé Müller", "Señor S.A.");
        }
    }

    /** A file that was put together from two programs: what is right in it must not suffer from what is not. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRowInAnotherEncodingLeavesTheOthersAsTheyAre(boolean mark) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(((mark ? "\uFEFF" : "") + "name,company\nZoë Müller,見本\n").getBytes(StandardCharsets.UTF_8));
        bytes.write("Chloé Núñez,Señor\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write("Łucja Żak,Acme\n".getBytes(StandardCharsets.UTF_8));

        try (RowReader reader = reader(bytes.toByteArray())) {
            assertThat(reader.dialect().charset()).isEqualTo(StandardCharsets.UTF_8);
            assertThat(reader.header().names()).containsExactly("name", "company");
            assertThat(reader.next().values()).containsExactly("Zoë Müller", "見本");
            assertThat(reader.next().values()).containsExactly("Chloé Núñez", "Señor");
            assertThat(reader.next().values()).containsExactly("Łucja Żak", "Acme");
        }
    }

    @Test
    void aCharacterIsNotCutWhereALongLineIsReadInParts() throws IOException {
        for (int shift = 0; shift < 4; shift++) {
            String cell = "x".repeat(shift) + "😀".repeat(16_000);
            assertThat(read("name,note,email\nAda," + cell + ",a@acme.example\n")
                            .get(0)
                            .values()
                            .get(1))
                    .isEqualTo(cell);
        }
    }

    @Test
    void aRowWithoutItsEmptyFieldsAtTheEndIsWhole() throws IOException {
        assertThat(read("name,company,email,notes\nAda,Acme,ada@acme.example\nBo,Hooli\n"))
                .extracting(Row::values)
                .containsExactly(List.of("Ada", "Acme", "ada@acme.example", ""), List.of("Bo", "Hooli", "", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"Name; first, last, all\",Company,Email~,",
                "Name;Company;Email;\"Notes, remarks, hints, and more\"~;",
                "\"a|b|c|d|e\";Name;Company~;"
            })
    void aDelimiterInsideQuotesIsNone(String header, char delimiter) throws IOException {
        try (RowReader reader = reader((header + "\n").getBytes(StandardCharsets.UTF_8))) {
            assertThat(reader.dialect().delimiter()).isEqualTo(delimiter);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "SEP=;\r\n", "\"sep=;\"\n"})
    void obeysALineThatNamesTheDelimiter(String line) throws IOException {
        List<Row> rows = read(line + "name;company;city, state\nAda;Acme;Rome, NY\n");
        assertThat(rows).extracting(Row::values).containsExactly(List.of("Ada", "Acme", "Rome, NY"));
    }

    @Test
    void obeysItForADelimiterThatNobodyWouldGuess() throws IOException {
        assertThat(read("sep=^\nname^company\nAda^Acme, Inc.\n"))
                .extracting(Row::values)
                .containsExactly(List.of("Ada", "Acme, Inc."));
    }

    @Test
    void readsPastTheNotesAboveTheHeaderOfAnExportOfConnections() throws IOException {
        String text =
                "Notes:\n\"Some addresses are missing, for members can hide theirs: \"\"see the help\"\", please.\"\n\n"
                        + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
                        + "Ada,Example,https://www.linkedin.com/in/ada-example,,Acme,CTO,02 Feb 2026\n";

        List<Row> rows = read(text);

        assertThat(rows).extracting(Row::line, Row::number).containsExactly(tuple(5L, 0L));
        assertThat(rows.get(0).values()).startsWith("Ada", "Example", "https://www.linkedin.com/in/ada-example");
    }

    @Test
    void doesNotLookForAHeaderInTheWholeFile() {
        assertThatThrownBy(() -> read("a,b\n".repeat(20) + "name,company\n")).isInstanceOf(UnusableCsvException.class);
        assertThatThrownBy(() -> read("shoe size,website\n42,acme.example\n")).isInstanceOf(UnusableCsvException.class);
    }

    @Test
    void reportsBlankRowsAndRowsWithTooManyFields() throws IOException {
        List<Row> rows = read("name,company\n\n , \nAda\nAda,Acme,more\nAda,Acme,,\n");

        assertThat(rows)
                .extracting(Row::line, RowReaderTest::reason, Row::text)
                .containsExactly(
                        tuple(2L, "blank", ""),
                        tuple(3L, "blank", " , "),
                        tuple(4L, null, null),
                        tuple(5L, "malformed: 3 fields where the header has 2", "Ada,Acme,more"),
                        tuple(6L, null, null));
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOneRowOnly() throws IOException {
        List<Row> rows = read("name,company\n\"Ada,Acme\nBo,\"Hooli\"\nCy,\"Globex\nDi,Initech\n");

        assertThat(rows)
                .extracting(Row::line, row -> row.problem() == null, Row::text)
                .containsExactly(
                        tuple(2L, false, "\"Ada,Acme"),
                        tuple(3L, true, null),
                        tuple(4L, false, "Cy,\"Globex"),
                        tuple(5L, true, null));
        assertThat(rows).extracting(Row::number).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotEatALargeFile() throws IOException {
        String text = "name,company\n\"Ada,Acme\n" + "Bo,Hooli\n".repeat(20_000);

        List<Row> rows = read(text);

        assertThat(rows).hasSize(20_001);
        assertThat(rows.get(0).problem().kind()).isEqualTo(Rejection.Kind.MALFORMED);
        assertThat(rows.subList(1, rows.size())).allMatch(row -> row.problem() == null);
        assertThat(rows.get(20_000).line()).isEqualTo(20_002);
    }

    @Test
    void textAfterAClosingQuoteIsNotGuessedAt() throws IOException {
        assertThat(read("name,company\n\"Ada\" B,Acme\n")).extracting(Row::text).containsExactly("\"Ada\" B,Acme");
    }

    @Test
    void anAbsurdlyLongLineIsCutAndReported() throws IOException {
        List<Row> rows = read("name,company\nAda," + "x".repeat(200_000) + "\nBo,Hooli\n");

        assertThat(rows)
                .extracting(RowReaderTest::reason)
                .containsExactly("too long: more than 65536 characters; the rest is left out here", null);
        assertThat(rows.get(0).text()).hasSize(65_536).startsWith("Ada,xxx");
        assertThat(rows.get(1).line()).isEqualTo(3);
    }

    @Test
    void theLastRowNeedsNoLineEndAndALineEndIsNoRow() throws IOException {
        assertThat(read("email\na@acme.example")).hasSize(1);
        assertThat(read("email\na@acme.example\n")).hasSize(1);
        assertThat(read("email\n\"open")).hasSize(1);
        assertThat(read("email\n\"open\n")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "Ada Example,Acme\nBo Example,Hooli\n", "first name,company\nAda,Acme\n"})
    void saysWhatAHeaderNeedsWithoutRepeatingTheFirstLine(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnusableCsvException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Ada"));
    }

    private static String reason(Row row) {
        return row.problem() == null ? null : row.problem().reason();
    }

    private static RowReader reader(byte[] bytes) throws IOException {
        return new RowReader(() -> new ByteArrayInputStream(bytes));
    }

    private static List<Row> read(String text) throws IOException {
        try (RowReader reader = reader(text.getBytes(StandardCharsets.UTF_8))) {
            List<Row> rows = new ArrayList<>();
            for (Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
            return rows;
        }
    }
}
