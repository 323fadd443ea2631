/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {
    /** What a text means in a country; none is null. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                // national spelling
                "20 7946 0018              | GB | +442079460018",
                "020 7946 0018             | GB | +442079460018",
                "07700 900017              | GB | +447700900017",
                "(206) 555-0118            | US | +12065550118",
                "1-206-555-0118            | US | +12065550118",
                "206.555.0118              | CA | +12065550118",
                "10-1234-5679              | KR | +821012345679",
                "030 23125018              | DE | +493023125018",
                "8 (495) 123-45-68         | RU | +74951234568",
                "06 5555 0118              | IT | +390655550118",
                "２０６ ５５５ ０１１８      | US | +12065550118",
                // that names its country
                "+44 20 7946 0018          | none | +442079460018",
                "+44 20 7946 0018          | US | +442079460018",
                "+44 (0)20 7946 0018       | DE | +442079460018",
                "+34 (0) 912 345 678       | DE | +34912345678",
                "+49 (0) 30 23125018       | US | +493023125018",
                "+39 (0)6 5555 0118        | US | +390655550118",
                "0049 30 23125018          | US | +493023125018",
                "0049 30 23125018          | none | +493023125018",
                "011 44 20 7946 0018       | US | +442079460018",
                "011 44 20 7946 0018       | GB | +442079460018",
                "0011 44 20 7946 0018      | AU | +442079460018",
                "tel:+442079460018         | none | +442079460018",
                "+52 1 222 123 4568        | US | +522221234568",
                "+54 11 15 2345 6780       | AR | +5491123456780",
                "+229 97 12 34 57          | US | +2290197123457",
                "97 12 34 57               | BJ | +2290197123457",
                "+55 11 8765 4322          | US | +5511987654322",
                "01632 960018              | GB | +441632960018",
                "06 39 98 00 18            | FR | +33639980018",
                // a country code without its plus
                "4915112345679             | DE | +4915112345679",
                "442079460018              | GB | +442079460018",
                "442079460018              | US | +442079460018",
                "393331234568              | IT | +393331234568",
                "5511987654322             | BR | +5511987654322",
                "55 98765 4322             | BR | +5555987654322",
                "442079460018              | none | none",
                "12065550118               | GB | +12065550118",
                // remarks and extensions
                "+1 206 555 0118 (office)  | US | +12065550118",
                "+1 206 555 0118 office    | US | +12065550118",
                "Mobile: 206-555-0118      | US | +12065550118",
                "Tel. 030 23125018 (Büro)  | DE | +493023125018",
                "030 23125018 fax          | DE | +493023125018",
                "206-555-0118 ext. 12      | US | +12065550118 ext. 12",
                "206-555-0118x12           | US | +12065550118 ext. 12",
                "206-555-0118 #12          | US | +12065550118 ext. 12",
                "+33 1 23 45 67 80 poste 4 | US | +33123456780 ext. 4",
                "030 23125018 Durchwahl 12 | DE | +493023125018 ext. 12",
                "+1 206 555 0118;ext=12    | US | +12065550118 ext. 12",
                "+7 495 123-45-68 доб. 12  | US | +74951234568 ext. 12",
                "206 555 0118 / 206 555 0119 | US | +12065550118",
                "n/a; 206 555 0118         | US | +12065550118",
                // no line of the country, or only within an area
                "206 555 0145              | GB | none",
                "555-0118                  | US | none",
                "253-0118                  | US | none",
                "7946 0018                 | GB | none",
                "112                       | DE | none",
                "911                       | US | none",
                "123456                    | DE | none",
                "1234567890                | US | none",
                "0000000000                | US | none",
                "000 000 0000              | DE | none",
                "9999999999                | IN | none",
                "1111111                   | DE | none",
                "+1 555 0118               | US | none",
                "+999 20 7946 0018         | US | none",
                "n/a                       | US | none",
                "unknown                   | US | none",
                "call me                   | US | none",
                // longer than a number can be
                "(415) 55(415) 555-0118    | DE | none",
                "+49 4155 5415 5550 118    | US | none",
                "206 555 0118              | none | none",
                "206 555 0118              | ZZ | none",
                "+                         | US | none",
            })
    void readsWhatIsValid(String text, String region, String e164) {
        assertThat(Line.read(text, region).map(Line::text).orElse(null)).isEqualTo(e164);
    }

    /** Numbering plans change, the line remains. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+229 97 12 34 57      | +229 01 97 12 34 57",
                "+52 1 222 123 4568    | +52 222 123 4568",
                "+54 11 2345 6780      | +54 9 11 2345 6780",
                "+55 11 8765 4322      | +55 11 98765 4322",
                "+225 07 12 34 57      | +225 07 07 12 34 57",
                "+225 20 30 40 51      | +225 27 20 30 40 51",
                "+84 162 345 6780      | +84 32 345 6780",
                "+57 1 234 5679        | +57 601 234 5679",
                "+237 7712 3457        | +237 6 7712 3457",
                "+230 712 3457         | +230 5712 3457",
                "+241 06 12 34 57      | +241 66 12 34 57",
                "+377 44 123 457       | +383 44 123 457",
                "+39 6 5555 0118       | +39 06 5555 0118",
                "+1 206 555 0118 x 12  | +1 206 555 0118",
                "206 555 0118          | +1 206 555 0118",
                "(0)206 555 0118       | +1 206 555 0118",
                "555 0118              | +1 206 555 0118",
                "011 1 206 555 0118    | +1 206 555 0118",
                "12065550118           | +1 206 555 0118",
                "020 7946 0018         | +44 20 7946 0018",
            })
    void knowsALineAgain(String one, String other) {
        Line again = Line.read(other, "US").orElseThrow();
        assertThat(Line.meanings(one, "US")).anyMatch(again::isSame).anyMatch(line -> line.isSame(again));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+1 206 555 0118       | +1 206 555 0119",
                "+1 206 555 0118       | +1 212 555 0118",
                "+44 20 7946 0018      | +1 207 946 0018",
                "+55 21 8765 4322      | +55 11 98765 4322",
                "+49 30 23125018       | +49 30 231250189",
                "(212) 555-0118        | +1 206 555 0118",
                "+229 01 97 12 34 57   | +229 01 97 12 34 58",
            })
    void tellsLinesApart(String one, String other) {
        Line again = Line.read(other, "US").orElseThrow();
        assertThat(Line.meanings(one, "US")).isNotEmpty().noneMatch(again::isSame);
    }

    @ParameterizedTest
    @CsvSource({"n/a", "12 34", "'call me'", "''"})
    void isSilentOfWhatTellsNoLine(String text) {
        assertThat(Line.meanings(text, "US")).isEmpty();
    }
}
