/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "N/A",
                "n.a.",
                "(none)",
                "<unknown>",
                "[Unknown]",
                "Not Provided",
                "Last Name Not Provided",
                "NoLastName",
                "FNAME",
                "unknown unknown",
                "TBC",
                "k. A.",
                "Keine Angabe",
                "ohne Angabe",
                "Nachname",
                "non renseigné",
                "sin apellido",
                "No aplica",
                "Não informado",
                "sconosciuto",
                "n.v.t.",
                "Okänd",
                "brak danych",
                "Bilinmiyor",
                "неизвестно",
                "нет данных",
                "不明",
                "无",
                "없음",
                "לא ידוע",
                "---",
                "???",
                "...",
                "xxx",
                "ZZZ",
                "#N/A",
                "#VALUE!",
                "#DIV/0!",
                "#NAME?",
                "#BEZUG!",
                "#WERT!",
                "#NV",
                "#¡REF!",
                "{{contact.lastname}}",
                "{first_name}",
                "${lastName}",
                "{!Contact.LastName}",
                "%%Last Name%%",
                "%LASTNAME%",
                "*|FNAME|*",
                "[[LastName]]",
                "[First Name]",
                "<%= name %>",
                "«Name»",
                "##NAME##",
                "ada@example.com",
                "https://example.com",
                "Stealth",
                "Stealth Mode",
                "Stealth AI Startup",
                "Confidential Company",
                "Self-employed",
                "Selbstständig",
                "Freelancer",
                "\u00a0",
                "\u200b",
                "a\u0007b"
            })
    void whatSaysNothingIsNoName(String text) {
        assertThat(Texts.name(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "O'Example",
                "Example-Sample",
                "3M",
                "1&1",
                "7-Eleven",
                "@example",
                "#1 Sample",
                "X Corp",
                "Y.",
                "Example [Germany]",
                "Stealth Security",
                "Testa",
                "Nilsson",
                "Namen",
                "Firmament",
                "王",
                "Noname Sample",
                "Keiner"
            })
    void whatMayBeANameIsOne(String text) {
        assertThat(Texts.name(text)).hasValue(text);
    }

    @Test
    void whatCannotBeSeenIsTakenAway() {
        assertThat(Texts.name("\u00a0Ada\u200b\u00a0Example\ufeff")).hasValue("Ada Example");
        assertThat(Texts.clean("a\u2003\u00a0b\u00ad")).isEqualTo("a b");
    }

    @Test
    void umlautsAreSpelledInTwoWays() {
        assertThat(Texts.spellings("Grün")).containsExactlyInAnyOrder("grun", "gruen");
        assertThat(Texts.spellings("Weiß")).containsExactly("weiss");
        // vowels of other scripts are no accents
        assertThat(Texts.fold("कि")).isNotEqualTo(Texts.fold("का"));
    }

    /** Most text has its own, shorter way. */
    @Property(tries = 2_000)
    void plainTextIsFoldedAndCleanedAsAnyOther(
            @ForAll @StringLength(max = 40) @CharRange(from = 0, to = 0x7f) String text) {
        assertThat(Texts.fold(text)).isEqualTo(Texts.foldAny(text));
        assertThat(Texts.clean(text)).isEqualTo(Texts.cleanAny(text));
    }

    @Property(tries = 500)
    void blanksAndWordsToo(@ForAll @Size(max = 6) List<@From("pieces") String> pieces) {
        plainTextIsFoldedAndCleanedAsAnyOther(String.join("", pieces));
    }

    @Provide
    static Arbitrary<String> pieces() {
        return Arbitraries.of(" ", "  ", "\t", "\n", "'", "`", "O'Neil", "Ada", "-", ".", "42", "x");
    }
}
