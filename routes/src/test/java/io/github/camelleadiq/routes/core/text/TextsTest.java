/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import static org.assertj.core.api.Assertions.assertThat;

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
}
