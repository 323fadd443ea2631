/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedInTest {
    private static final String HOST = "https://www.linkedin.com/";

    @ParameterizedTest
    @CsvSource({
        "linkedin.com/in/Ada-Example, in/ada-example",
        "https://de.linkedin.com/in/ada-example/de?trk=x#y, in/ada-example",
        "HTTPS://WWW.LINKEDIN.COM:443/in/ada-example/, in/ada-example",
        "https://www.linkedin.com/mwlite/in/ada-example, in/ada-example",
        "https://www.linkedin.com/comm/in/ada-example, in/ada-example",
        "https://www.linkedin.cn/in/ada-example, in/ada-example",
        "https://www.linkedin.com/in/ada-example%3Ftrk%3Dx, in/ada-example",
        "'<https://www.linkedin.com/in/ada-example>, ', in/ada-example",
        "(https://www.linkedin.com/in/ada-example)., in/ada-example",
        "'\u200bhttps://www.linkedin.com/in/ada-example\u00a0', in/ada-example",
        "https://www.linkedin.com/in/bj%C3%B6rn, in/björn",
        "https://www.linkedin.com/in/ACoAAB12cDeFg_H-i, in/ACoAAB12cDeFg_H-i",
        "https://www.linkedin.com/pub/ada-example/1/2b/3c4, pub/ada-example/1/2b/3c4",
        "http://uk.linkedin.com/pub/Ada-Example/1/2B/3C4/de?x=1, pub/ada-example/1/2b/3c4",
    })
    void people(String link, String path) {
        assertThat(LinkedIn.person(link)).hasValue(HOST + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.linkedin.com/pub/dir/Ada/Example", "https://www.linkedin.com/pub/dir?x=1",
                        "https://www.linkedin.com/in/me",
                "https://www.linkedin.com/in/me/", "https://www.linkedin.com/in/",
                        "https://www.linkedin.com/sales/lead/ACwAAB12,x",
                "https://www.linkedin.com/company/acme", "https://example.com/in/ada",
                        "https://www.linkedin.com/in/%00",
                "https://www.linkedin.com/in/%zz", "https://notlinkedin.com/in/ada",
                        "acoaab12cdefghijklmnopqrstuvwxyz012",
                "https://www.linkedin.com/in/acoaab12cdefghijklmnopqrstuvwxyz012"
            })
    void nobodyInParticular(String link) {
        assertThat(LinkedIn.person(link)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.linkedin.com/company/Acme/about/, company/acme",
        "linkedin.com/company/1234567, company/1234567",
        "https://www.linkedin.com/school/acme?x, school/acme",
        "https://www.linkedin.cn/company/acme, company/acme",
    })
    void companies(String link, String path) {
        assertThat(LinkedIn.company(link)).hasValue(HOST + path);
        assertThat(LinkedIn.person(link)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "in/ada, in/ada, AGREES",
        "in/ada, in/bob, CONTRADICTS",
        "in/ACoAAB12cDeF, in/ada, NOT_COMPARABLE",
        "in/ACoAAB12cDeF, in/ACoAAB12cDeG, CONTRADICTS",
        "pub/ada/1/2b/3c4, pub/ada/9/8a/765, CONTRADICTS",
        "pub/ada/1/2b/3c4, in/ada, NOT_COMPARABLE",
        "company/acme, company/1234567, NOT_COMPARABLE",
        "company/1234567, company/7654321, CONTRADICTS",
        "company/acme, company/apex, CONTRADICTS",
        "company/acme, school/acme, AGREES",
        "company/acme, showcase/acme-labs, NOT_COMPARABLE",
    })
    void whatTwoLinksSay(String one, String other, Agreement expected) {
        assertThat(LinkedIn.compare(HOST + one, HOST + other)).isEqualTo(expected);
        assertThat(LinkedIn.compare(HOST + other, HOST + one)).isEqualTo(expected);
    }
}
