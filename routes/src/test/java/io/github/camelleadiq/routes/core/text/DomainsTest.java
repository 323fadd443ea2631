/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.acme.example/about?x=1#y, acme.example",
        "HTTP://WWW2.ACME.example:8080, acme.example",
        "acme.example., acme.example",
        "'<https://acme.example>,', acme.example",
        "ada@acme.example, acme.example",
        "grünmuster.example, xn--grnmuster-r9a.example",
        "acme.co.uk, acme.co.uk",
        "acme.uk.com, acme.uk.com",
        "'\u00a0acme.example\u200b', acme.example",
        // a site where others have pages is its owner's own, as far as nobody's page on it is meant
        "https://www.booking.com/, booking.com",
        "https://www.booking.com/about, booking.com",
    })
    void websitesOfOneCompany(String website, String domain) {
        assertThat(Domains.ofWebsite(website)).hasValue(domain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.booking.com/hotel/xx/acme.html",
                "https://www.facebook.com/acme",
                "facebook.com",
                "linktr.ee/acme",
                "yelp.com/biz/acme",
                "yelp.de/biz/acme",
                "https://www.etsy.com/shop/acme",
                "https://g.page/acme",
                "goo.gl/maps/acme",
                "https://www.google.com/maps/place/Acme",
                "maps.google.com",
                "https://sites.google.com/view/acme",
                "apps.apple.com/app/x",
                "acme.myshopify.com",
                "acme.github.io",
                "github.io",
                "acme.wixsite.com/home",
                "acme.wordpress.com",
                "acme.squarespace.com",
                "acme.blogspot.com",
                "acme.netlify.app",
                "acme.webflow.io",
                "acme.business.site",
                "boards.greenhouse.io/acme",
                "acme.zendesk.com",
                "tripadvisor.com/Hotel-acme",
                "https://t.me/acme",
                "gelbeseiten.de/acme",
                "gmail.com",
                "yahoo.co.jp",
                "seznam.cz",
                "wp.pl",
                "co.uk",
                "com",
                "localhost",
                "10.0.0.1",
                "acme_corp.example",
                "acme",
                "",
                "\u00a0",
                "https://",
                "a b.example"
            })
    void websitesOfNoCompany(String website) {
        assertThat(Domains.ofWebsite(website)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "mail.yahoo.com",
                "yahoo.co.jp",
                "hotmail.it",
                "outlook.jp",
                "gmx.net",
                "seznam.cz",
                "rogers.com",
                "cox.net",
                "wp.pl",
                "ziggo.nl",
                "bigpond.com",
                "privaterelay.appleid.com",
                "docomo.ne.jp",
                "bluewin.ch",
                "skynet.be",
                "tutanota.com"
            })
    void mailboxesOfProviders(String provider) {
        assertThat(Domains.email("ada@" + provider)).isPresent();
        assertThat(Domains.ofEmail("ada@" + provider)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cox.com", "comcast.com", "facebookexample.com", "example.com", "spotify.com", "acme.example"})
    void mailboxesOfCompanies(String company) {
        assertThat(Domains.ofEmail("ada@" + company)).hasValue(company);
    }

    @Test
    void addressesAsTheyArePasted() {
        assertThat(Domains.email("\u00a0Ada@ACME.example\u200b")).hasValue("ada@acme.example");
        assertThat(Domains.email("mailto:ada@acme.example,")).hasValue("ada@acme.example");
        assertThat(Domains.email("Ada Example <ada@acme.example>")).hasValue("ada@acme.example");
        assertThat(Domains.email("ada@grünmuster.example")).hasValue("ada@xn--grnmuster-r9a.example");
        assertThat(Domains.email("ada@example@acme.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "info, true", "sales, true", "sales.emea, true", "office2, true", "kontakt, true", "support+de, true",
                "buchhaltung, true",
        "hello, true", "no-reply, true", "hr, true", "ada, false", "ada.example, false", "a.sales, false",
                "infante, false",
        "paris, false",
    })
    void mailboxesOfTasks(String mailbox, boolean isRole) {
        assertThat(Domains.isRoleMailbox(mailbox + "@acme.example")).isEqualTo(isRole);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.example, shop.acme.example, true",
        "shop.acme.co.uk, www.acme.co.uk, true",
        "acme.co.uk, apex.co.uk, false",
        "co.uk, apex.co.uk, false",
        "acme.myshopify.com, apex.myshopify.com, false",
        "grünmuster.example, xn--grnmuster-r9a.example, true",
        "acme.example, acmeexample.example, false",
    })
    void oneRegisteredDomain(String one, String other, boolean same) {
        assertThat(Domains.same(one, other)).isEqualTo(same);
        assertThat(Domains.same(other, one)).isEqualTo(same);
    }

    @Test
    void theLabelIsWhatACompanyCallsItself() {
        assertThat(Domains.label("shop.acme.co.uk")).isEqualTo("acme");
        assertThat(Domains.label("xn--grnmuster-r9a.example")).isEqualTo("grünmuster");
    }
}
