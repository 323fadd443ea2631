/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.match;

import static io.github.camelleadiq.routes.core.Fixtures.ada;
import static io.github.camelleadiq.routes.core.Fixtures.company;
import static io.github.camelleadiq.routes.core.Fixtures.lead;
import static io.github.camelleadiq.routes.core.Fixtures.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.camelleadiq.model.CompanyInfo;
import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.match.MatchResult.Ambiguous;
import io.github.camelleadiq.routes.core.match.MatchResult.JobChanged;
import io.github.camelleadiq.routes.core.match.MatchResult.Matched;
import io.github.camelleadiq.routes.core.match.MatchResult.NotFound;
import io.github.camelleadiq.routes.core.match.MatchResult.TooLow;
import io.github.camelleadiq.routes.core.plan.Rung;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.text.Agreement;
import io.github.camelleadiq.routes.core.text.CompanyNames;
import io.github.camelleadiq.routes.core.text.NameComparison;
import io.github.camelleadiq.routes.core.text.PersonName;
import io.github.camelleadiq.routes.core.text.PersonNames;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
    private static final CrmRecord ADA =
            lead("FirstName", "Ada", "LastName", "Example", "Company", "ACME, Inc.", "Country", "USA");

    private static MatchResult match(CrmRecord crmRecord, Rung rung, PersonRecord... people) {
        return Matcher.match(crmRecord, Fixtures.shipped("lead"), Candidate.people(List.of(people), rung));
    }

    private static MatchResult matchCompany(CrmRecord crmRecord, Rung rung, CompanyInfo... companies) {
        return Matcher.match(crmRecord, Fixtures.shipped("account"), Candidate.companies(List.of(companies), rung));
    }

    private static PersonRecord named(String id, String first, String last, String company) {
        return person(
                """
                {"id": "%s", "name": {"first": "%s", "last": "%s", "fullName": "%s %s"},
                 "currentPositions": [{"companyId": "c", "companyInfo": {"id": "c", "name": "%s"}}]}
                """
                        .formatted(id, first, last, first, last, company));
    }

    @ParameterizedTest
    @CsvSource({
        "José Müller, Jose Mueller, 0.85", "Bob Example, Robert Example, 0.97", "R. Example, Robert Example, 0.9",
        "Example Ada, Ada Example, 0.94", "Dr. Ada Example PhD, Ada Example, 1", "Ada Example-Jones, Ada Jones, 0.9",
        "Łukasz Ørsted, Lukasz Orsted, 1", "שרה כהן, שרה כהן, 1", "Ada Exmaple, Ada Example, 0.95",
    })
    void namesOfOnePerson(String one, String other, double atLeast) {
        assertThat(PersonNames.likeness(one, other)).isGreaterThanOrEqualTo(atLeast);
        assertThat(PersonNames.likeness(other, one)).isGreaterThanOrEqualTo(atLeast);
    }

    @ParameterizedTest
    @CsvSource({
        "Ada Example, Grace Sample",
        "Ada Example, Adam Exner",
        "Ada Example, Ada Lovelace",
        "Ada Example, Bob Example",
        "张伟, 王芳"
    })
    void namesOfTwoPeople(String one, String other) {
        assertThat(PersonNames.likeness(one, other)).isLessThan(0.8);
    }

    @ParameterizedTest
    @CsvSource({
        "'ACME, Inc.', Acme GmbH, true", "Beispiel GmbH & Co. KG, Beispiel, true",
                "The Blue Sky Company Ltd, Blue Sky, true",
        "Société Générale S.A., Societe Generale, true", "International Widget Makers, IWM, true",
                "Acme Germany, Acme, true",
        "Acme, Apex, false", "Blue Sky, Red Sky, false", "Example Bank, Example Foods, false",
    })
    void namesOfCompanies(String one, String other, boolean same) {
        assertThat(CompanyNames.likeness(one, other) >= 0.9).isEqualTo(same);
    }

    @Test
    void aPersonOfThatNameAtThatCompanyIsMatched() {
        MatchResult result = match(ADA, Rung.NAME_AND_COMPANY, ada("", ""));
        assertThat(result).asInstanceOf(type(Matched.class)).satisfies(matched -> {
            assertThat(matched.confidence()).isEqualTo(1);
            assertThat(matched.best().evidence())
                    .filteredOn(evidence -> evidence.agreement() == Agreement.AGREES)
                    .extracting(Evidence::signal)
                    .containsExactly(Signal.COMPANY, Signal.GIVEN_NAME, Signal.FAMILY_NAME, Signal.COUNTRY);
        });
        assertThat(result.toString()).doesNotContain("Ada").doesNotContain("Acme");
    }

    @Test
    void aNamesakeIsNotEnough() {
        CrmRecord nameOnly = lead("FirstName", "Ada", "LastName", "Example", "Email", "someone@gmail.com");
        assertThat(match(nameOnly, Rung.LEADIQ_ID, named("p2", "Ada", "Example", "Apex")))
                .isInstanceOf(TooLow.class);
        assertThat(match(ADA, Rung.NAME_AND_COMPANY, named("p2", "Ada", "Example", "Zebra Foods")))
                .isInstanceOf(TooLow.class);
    }

    @Test
    void twoOfOneNameAtOneCompanyAreAmbiguous() {
        MatchResult result = match(
                ADA,
                Rung.NAME_AND_COMPANY,
                named("p1", "Ada", "Example", "Acme"),
                named("p2", "Ada", "Example", "Acme"));
        assertThat(result).asInstanceOf(type(Ambiguous.class)).satisfies(ambiguous -> assertThat(
                        Stream.of(ambiguous.best(), ambiguous.second())
                                .map(scored -> scored.candidate().id()))
                .containsExactly("p1", "p2"));
        // the same person twice is one
        assertThat(match(ADA, Rung.NAME_AND_COMPANY, ada("", ""), ada("", ""))).isInstanceOf(Matched.class);
        // and somebody else of the company is no competition
        assertThat(match(ADA, Rung.NAME_AND_COMPANY, ada("", ""), named("p2", "Grace", "Sample", "Acme")))
                .isInstanceOf(Matched.class);
    }

    @Test
    void linkedInDecidesBetweenNamesakes() {
        CrmRecord linked = lead(
                "FirstName",
                "Ada",
                "LastName",
                "Example",
                "Company",
                "Acme",
                "LinkedIn_URL__c",
                "linkedin.com/in/ada-example/");
        PersonRecord other = person(
                """
                {"id": "p2", "name": {"first": "Ada", "last": "Example", "fullName": "Ada Example"},
                 "linkedin": {"linkedinUrl": "https://linkedin.com/in/another-ada"},
                 "currentPositions": [{"companyInfo": {"id": "c1", "name": "Acme"}}]}""");
        assertThat(match(linked, Rung.NAME_AND_COMPANY, other, ada("", "")))
                .asInstanceOf(type(Matched.class))
                .satisfies(matched -> assertThat(matched.candidate().id()).isEqualTo("p1"));
        assertThat(match(linked, Rung.NAME_AND_COMPANY, other)).isInstanceOf(TooLow.class);
    }

    @Test
    void anotherCompanyIsAJobChangeAndNoFill() {
        CrmRecord before =
                lead("FirstName", "Ada", "LastName", "Example", "Company", "Zebra Foods", "Email", "ada@zebra.example");
        MatchResult result = match(before, Rung.EMAIL, ada("", ""));
        assertThat(result).asInstanceOf(type(JobChanged.class)).satisfies(changed -> {
            assertThat(changed.oldCompany()).isEqualTo("Zebra Foods");
            assertThat(changed.newCompany()).isEqualTo("Acme Inc.");
        });
        assertThat(result.toString()).doesNotContain("Zebra");
        PersonRecord left = person(
                """
                {"id": "p1", "name": {"first": "Ada", "last": "Example", "fullName": "Ada Example"},
                 "pastPositions": [{"companyInfo": {"id": "c9", "name": "Zebra Foods Ltd."}}]}""");
        assertThat(match(before, Rung.EMAIL, left))
                .asInstanceOf(type(JobChanged.class))
                .satisfies(changed -> assertThat(changed.newCompany()).isNull());
    }

    @Test
    void aSecondJobAtTheCompanyIsNoChange() {
        PersonRecord both = person(
                """
                {"id": "p1", "name": {"first": "Ada", "last": "Example", "fullName": "Ada Example"},
                 "currentPositions": [{"title": "Advisor", "companyInfo": {"id": "c2", "name": "Zebra Foods"}},
                                      {"title": "CTO", "companyInfo": {"id": "c1", "name": "Acme"}}]}""");
        assertThat(match(ADA, Rung.NAME_AND_COMPANY, both))
                .asInstanceOf(type(Matched.class))
                .satisfies(matched -> assertThat(((Candidate.OfPerson) matched.candidate())
                                .position()
                                .title())
                        .isEqualTo("CTO"));
    }

    @Test
    void aSharedMailboxIsNobody() {
        CrmRecord shared = lead("FirstName", "Grace", "LastName", "Sample", "Email", "info@acme.example");
        assertThat(match(shared, Rung.EMAIL, ada("", ""))).isInstanceOf(TooLow.class);
    }

    @Test
    void nothingFoundIsNotFound() {
        assertThat(match(ADA, Rung.EMAIL)).isInstanceOf(NotFound.class);
        assertThat(match(ADA, Rung.EMAIL, person("{}"))).isNotInstanceOf(NotFound.class);
    }

    @Test
    void companiesByDomainNameAndCountry() {
        CompanyInfo acme = company(
                "{\"id\": \"c1\", \"name\": \"Acme Inc.\", \"domain\": \"acme.example\", \"country\": \"Germany\"}");
        CompanyInfo other =
                company("{\"id\": \"c2\", \"name\": \"Acme\", \"domain\": \"acme.test\", \"country\": \"France\"}");
        CrmRecord site = Fixtures.crmRecord("Account", "Name", "ACME", "Website", "https://www.acme.example");
        CrmRecord name = Fixtures.crmRecord("Account", "Name", "ACME");
        CrmRecord country = Fixtures.crmRecord("Account", "Name", "ACME", "BillingCountry", "Deutschland");
        assertThat(matchCompany(site, Rung.COMPANY_NAME, other, acme))
                .asInstanceOf(type(Matched.class))
                .satisfies(matched -> assertThat(matched.candidate().id()).isEqualTo("c1"));
        assertThat(matchCompany(site, Rung.COMPANY_NAME, other)).isInstanceOf(TooLow.class);
        assertThat(matchCompany(name, Rung.COMPANY_NAME, acme)).isInstanceOf(TooLow.class);
        assertThat(matchCompany(country, Rung.COMPANY_NAME, acme, other)).isInstanceOf(Matched.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'Rev. Abel Sample', Abel Sample, AGREES, AGREES, MISSING",
        "'Dr. med. Eva Muster', Eva Muster, AGREES, AGREES, MISSING",
        "Abel S., Abel Sample, AGREES, SIMILAR, MISSING",
        "JR Sample, J.R. Sample, AGREES, AGREES, MISSING",
        "Paul Sample, Paula Sample, CONTRADICTS, AGREES, MISSING",
        "Abel Sample Sr., Abel Sample Jr., AGREES, AGREES, CONTRADICTS",
        "見本 太郎, Taro Mihon, NOT_COMPARABLE, NOT_COMPARABLE, MISSING",
        "Sample, Abel Sample, MISSING, AGREES, MISSING",
    })
    void namesPartByPart(String one, String other, Agreement given, Agreement family, Agreement suffix) {
        NameComparison compared = PersonName.of(one).compare(PersonName.of(other));
        assertThat(List.of(compared.given(), compared.family(), compared.suffix()))
                .containsExactly(given, family, suffix);
    }

    @Test
    void whatRefusesIsTold() {
        CrmRecord site =
                lead("FirstName", "Ada", "LastName", "Example", "Company", "Acme", "Website", "https://acme.example");
        PersonRecord namesake = person(
                """
                {"id": "p2", "name": {"first": "Ada", "last": "Example", "fullName": "Ada Example"},
                 "currentPositions": [{"companyInfo": {"id": "c", "name": "Acme Dental", "domain": "acmedental.example"}}]}""");
        MatchResult result = match(site, Rung.NAME_AND_COMPANY, namesake);
        assertThat(result).isInstanceOf(TooLow.class);
        assertThat(result.reason()).isEqualTo("LowConfidence: domain contradicts");
        CrmRecord nameless = lead("LastName", "-", "Email", "sales@acme.example");
        assertThat(match(nameless, Rung.EMAIL, named("p2", "Ada", "Example", "Acme"))
                        .reason())
                .startsWith("LowConfidence: ")
                .contains("email is not comparable", "given name is missing")
                .doesNotContain("Ada", "acme");
    }

    @Test
    void aContradictionRefusesHoweverLowTheBar() {
        EnrichmentProfile lenient = Fixtures.profile("mapping: {Title: person.title}\nminConfidence: 0\n");
        CrmRecord paul = lead("FirstName", "Paul", "LastName", "Example", "Company", "Acme");
        List<Candidate> paula =
                Candidate.people(List.of(named("p2", "Paula", "Example", "Acme")), Rung.NAME_AND_COMPANY);
        assertThat(Matcher.match(paul, lenient, paula)).isInstanceOf(TooLow.class);
        List<Candidate> same = Candidate.people(List.of(named("p2", "Paul", "Example", "Acme")), Rung.NAME_AND_COMPANY);
        assertThat(Matcher.match(paul, lenient, same)).isInstanceOf(Matched.class);
    }

    @Test
    void oneFactCountsOnce() {
        CrmRecord known =
                lead("FirstName", "Ada", "LastName", "Example", "Company", "Acme", "Email", "ada@acme.example");
        PersonRecord ada = person(
                """
                {"id": "p1", "name": {"first": "Ada", "last": "Example", "fullName": "Ada Example"},
                 "currentPositions": [{"companyInfo": {"id": "c", "name": "Acme", "domain": "acme.example"}}]}""");
        assertThat(match(known, Rung.EMAIL, ada)).isInstanceOfSatisfying(Matched.class, matched -> assertThat(
                        matched.best().evidence())
                .filteredOn(evidence -> !evidence.isIndependent())
                .extracting(Evidence::signal)
                .containsExactly(Signal.DOMAIN, Signal.COMPANY));
    }

    @Test
    void twoPeopleOfOneMailboxAreAmbiguous() {
        CrmRecord family = lead("LastName", "Example", "Email", "home@example.example");
        CrmRecord ada = lead("FirstName", "Ada", "LastName", "Example", "Email", "ours@example.example");
        PersonRecord[] both = {named("p1", "Ada", "Example", "Acme"), named("p2", "Grace", "Example", "Acme")};
        assertThat(match(family, Rung.EMAIL, both)).isNotInstanceOf(Matched.class);
        assertThat(match(ada, Rung.EMAIL, both))
                .asInstanceOf(type(Matched.class))
                .satisfies(matched -> assertThat(matched.candidate().id()).isEqualTo("p1"));
        CrmRecord lastOnly = lead("LastName", "Example", "Email", "ours@example.example");
        assertThat(match(lastOnly, Rung.EMAIL, both)).isInstanceOf(Ambiguous.class);
    }

    @Test
    void whoIsFoundTwiceCountsAsFoundBest() {
        CrmRecord known = lead("FirstName", "Ada", "LastName", "Example", "Email", "ada@acme.example");
        List<Candidate> twice = Stream.of(Rung.NAME_AND_DOMAIN, Rung.EMAIL)
                .flatMap(rung -> Candidate.people(List.of(named("p1", "Ada", "Example", "Acme")), rung).stream())
                .toList();
        assertThat(Matcher.match(known, Fixtures.shipped("lead"), twice)).isInstanceOf(Matched.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.linkedin.com/company/1234567, https://www.linkedin.com/company/acme, , true",
        "https://www.linkedin.com/company/1234567, https://www.linkedin.com/company/acme, 1234567, true",
        "https://www.linkedin.com/company/1234567, https://www.linkedin.com/company/acme, 7654321, false",
        "https://www.linkedin.com/company/acme, https://www.linkedin.com/company/apex, , false",
        "https://www.linkedin.com/company/acme, https://www.linkedin.com/company/1234567, , true",
    })
    void pagesOfCompanies(String own, String page, String number, boolean isMatched) {
        CompanyInfo acme = company(
                """
                {"id": "c1", "name": "Acme", "domain": "acme.example", "linkedinUrl": "%s", "linkedinId": %s}"""
                        .formatted(page, number == null ? null : "\"" + number + "\""));
        CrmRecord account =
                Fixtures.crmRecord("Account", "Name", "Acme", "Website", "acme.example", "LinkedIn_URL__c", own);
        assertThat(matchCompany(account, Rung.DOMAIN, acme) instanceof Matched).isEqualTo(isMatched);
    }
}
