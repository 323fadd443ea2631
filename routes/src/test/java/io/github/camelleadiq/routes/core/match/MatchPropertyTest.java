/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.plan.Planner;
import io.github.camelleadiq.routes.core.plan.Rung;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.text.Agreement;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a record and in an answer: no exception, and nothing that contradicts is matched. */
class MatchPropertyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EnrichmentProfile LEAD = Fixtures.shipped("lead");
    private static final EnrichmentProfile ACCOUNT = Fixtures.shipped("account");

    /** What people paste, and what breaks into parts in unexpected ways. */
    private static final String[] TEXTS = {
        "",
        " ",
        "-",
        ",",
        ", ,",
        "()",
        "(",
        "\"",
        "'",
        ".",
        "..",
        "Jr.",
        "Dr.",
        "Dr. med.",
        "PhD",
        "van",
        "van der",
        "& Co. KG",
        "GmbH",
        "and",
        "Ada",
        "Ada Example",
        "Example, Ada",
        "Ada (Example)",
        "A.",
        "J.R.",
        "Paul",
        "Paula",
        "Example Jr.",
        "Example Sr.",
        "Müller",
        "Mueller",
        "見本 太郎",
        "Иван",
        "Acme",
        "Acme 1",
        "Acme Germany",
        "Acme Inc.",
        "株式会社",
        "アクメ株式会社",
        "EY",
        "Ernst & Young",
        "acme.example",
        "https://acme.example/x",
        "xn--a.example",
        "xn--",
        "x_y.example",
        "gmail.com",
        "a@b",
        "ada@acme.example",
        "info@acme.example",
        "@",
        "@acme.example",
        "linkedin.com/in/ada",
        "linkedin.com/in/ACoAAB12",
        "linkedin.com/pub/a/1/2/3",
        "linkedin.com/pub/a/1/2",
        "linkedin.com/in/%",
        "linkedin.com/in/%2F",
        "linkedin.com/company/1",
        "linkedin.com/company/acme",
        "{{x}}",
        "#REF!",
        "n/a",
        "\u0000",
        "\ud800",
        "\u200b",
        "a".repeat(300),
        "de",
        "Germany",
        "US",
        "0"
    };

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.oneOf(Arbitraries.of(TEXTS), Arbitraries.strings().ofMaxLength(40));
    }

    @Property(tries = 3_000)
    void nothingThatContradictsIsMatched(
            @ForAll Rung rung,
            @ForAll("text") String first,
            @ForAll("text") String last,
            @ForAll("text") String company,
            @ForAll("text") String site,
            @ForAll("text") String email,
            @ForAll("text") String link,
            @ForAll("text") String otherFirst,
            @ForAll("text") String otherLast,
            @ForAll("text") String otherCompany,
            @ForAll("text") String otherSite,
            @ForAll("text") String otherLink) {
        CrmRecord lead = Fixtures.lead(
                "FirstName",
                first,
                "LastName",
                last,
                "Name",
                first + " " + last,
                "Company",
                company,
                "Website",
                site,
                "Email",
                email,
                "LinkedIn_URL__c",
                link,
                "Country",
                site);
        ObjectNode person = JSON.createObjectNode().put("id", "p1");
        person.putObject("name")
                .put("first", otherFirst)
                .put("last", otherLast)
                .put("fullName", otherFirst + " " + otherLast);
        person.putObject("linkedin").put("linkedinUrl", otherLink);
        ObjectNode employer = person.putArray("currentPositions").addObject().putObject("companyInfo");
        employer.put("name", otherCompany)
                .put("domain", otherSite)
                .put("linkedinUrl", otherLink)
                .put("linkedinId", otherLast);
        check(Matcher.match(lead, LEAD, Candidate.people(List.of(Fixtures.person(person.toString())), rung)));

        CrmRecord account = Fixtures.crmRecord(
                "Account", "Name", company, "Website", site, "LinkedIn_URL__c", link, "BillingCountry", first);
        check(Matcher.match(
                account, ACCOUNT, Candidate.companies(List.of(Fixtures.company(employer.toString())), rung)));

        for (CrmRecord crmRecord : List.of(lead, account)) {
            EnrichmentProfile profile = crmRecord == lead ? LEAD : ACCOUNT;
            assertThat(Planner.plan(crmRecord, profile, Fixtures.describe(), null, Fixtures.NOW))
                    .isNotNull();
        }
    }

    private static void check(MatchResult result) {
        if (result instanceof MatchResult.Matched matched) {
            assertThat(matched.best().evidence())
                    .noneMatch(item -> item.signal().decides() && item.agreement() == Agreement.CONTRADICTS);
        }
        assertThat(result.reason()).startsWith(result.status());
    }
}
