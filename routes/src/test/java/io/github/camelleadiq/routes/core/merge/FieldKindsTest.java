/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import static io.github.camelleadiq.routes.core.Fixtures.NOW;
import static io.github.camelleadiq.routes.core.Fixtures.ada;
import static io.github.camelleadiq.routes.core.Fixtures.company;
import static io.github.camelleadiq.routes.core.Fixtures.crmRecord;
import static io.github.camelleadiq.routes.core.Fixtures.describe;
import static io.github.camelleadiq.routes.core.Fixtures.field;
import static io.github.camelleadiq.routes.core.Fixtures.profile;
import static io.github.camelleadiq.routes.core.Fixtures.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.FieldDescribe;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.match.Candidate;
import io.github.camelleadiq.routes.core.match.MatchResult;
import io.github.camelleadiq.routes.core.match.Scored;
import io.github.camelleadiq.routes.core.plan.Planner;
import io.github.camelleadiq.routes.core.plan.Rung;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.FieldMapping;
import io.github.camelleadiq.routes.core.profile.Policy;
import io.github.camelleadiq.routes.core.profile.TooLong;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, picklists, amounts, times and text: what fits its field, and its record. */
class FieldKindsTest {
    private static final EnrichmentProfile PLACES =
            profile("mapping: {City: person.city, State: person.state, Country: person.country}");

    private static final EnrichmentProfile ACCOUNT = shipped("account");

    private static final String HQ =
            """
            {"id": "c1", "name": "Acme", "country": "United States", "numberOfEmployees": 90000, "revenue": 7000000,
             "industry": "Mining", "locationInfo": {"street1": "1 Example Street", "city": "Fairview",
             "areaLevel1": "Texas", "postalCode": "75069", "country": "United States", "countryCode2": "US"}}
            """;

    private static Merged merge(
            EnrichmentProfile profile, CrmRecord given, Candidate candidate, FieldDescribe... fields) {
        Map<String, Object> values = new LinkedHashMap<>(given.fields());
        values.put("LeadIQ_Id__c", "p1");
        CrmRecord record = new CrmRecord(given.objectType(), given.id(), values);
        ObjectDescribe describe = describe(fields);
        return Merger.merge(
                record,
                profile,
                Planner.plan(record, profile, describe, null, NOW),
                new MatchResult.Matched(new Scored(candidate, 0.9, List.of())),
                describe,
                NOW);
    }

    private static Merged person(
            EnrichmentProfile profile, PersonRecord person, CrmRecord record, FieldDescribe... fields) {
        return merge(
                profile,
                record,
                new Candidate.OfPerson(person, person.currentPositions().get(0), Rung.EMAIL),
                fields);
    }

    private static Merged account(EnrichmentProfile profile, String company, Object... fields) {
        return merge(profile, crmRecord("Account", fields), new Candidate.OfCompany(company(company), Rung.DOMAIN));
    }

    private static List<String> changed(Merged merged) {
        return merged.patch().changes().stream().map(FieldChange::field).toList();
    }

    private static Object value(Merged merged, String field) {
        return merged.patch().changes().stream()
                .filter(change -> change.field().equals(field))
                .map(FieldChange::after)
                .findFirst()
                .orElse(null);
    }

    // Ada lives in Springfield, Illinois, United States
    @ParameterizedTest
    @CsvSource({
        "'', '', '', City State Country",
        "'', '', USA, City State",
        "'', IL, Vereinigte Staaten, City",
        "Springfield, '', '', State Country",
        "springfield City, '', US, State",
        "'', '', Mexico, ''",
        "Lyon, '', France, ''",
        "Lyon, '', '', ''",
        "'', Ohio, '', ''",
        "'', Ohio, United States, ''",
        "'', CA, '', ''",
        "'', '', Nowhere, ''",
        "Boston, Illinois, '', ''",
    })
    void anAddressIsFilledAsAWholeWhereWhatIsThereAgrees(String city, String state, String country, String expected) {
        Merged merged = person(PLACES, ada("", ""), Fixtures.lead("City", city, "State", state, "Country", country));
        assertThat(String.join(" ", changed(merged))).isEqualTo(expected);
        if (expected.isEmpty()) {
            assertThat(merged.refusals())
                    .isNotEmpty()
                    .extracting(Refusal::reason)
                    .containsOnly(RefusalReason.CONTRADICTED);
        }
    }

    @Test
    void theCountryByWhichARecordIsKnownCountsWhereItIsNotFilled() {
        EnrichmentProfile profile = profile("mapping: {City: person.city, Place__c: '{{'}"
                .replace("Place__c: '{{'", "Place__c: {template: '{{person.city}}, {{person.country}}'}"));
        FieldDescribe place = field("Place__c", "string", 80);
        assertThat(changed(person(profile, ada("", ""), Fixtures.lead("Country", "France"), place)))
                .isEmpty();
        assertThat(changed(person(profile, ada("", ""), Fixtures.lead("Country", "US"), place)))
                .containsExactly("City", "Place__c");
    }

    @Test
    void thePlacesOfAPersonAndACompanyAreNotMixed() {
        EnrichmentProfile profile = profile(
                "mapping: {City: [person.city, company.city], PostalCode: company.postalCode, Country: [company.country, person.country]}");
        PersonRecord person = ada("\"companyInfo\": " + HQ, "");
        Merged merged = person(profile, person, Fixtures.lead(), field("PostalCode", "string", 20));
        assertThat(value(merged, "City")).isEqualTo("Springfield");
        assertThat(value(merged, "PostalCode")).isNull();
    }

    @Test
    void twoAddressesOfARecordAreTwo() {
        EnrichmentProfile profile = profile(
                "mapping: {BillingCity: person.city, BillingCountry: person.country, MailingCity: person.city, MailingCountry: person.country}");
        Merged merged = person(profile, ada("", ""), Fixtures.lead("BillingCountry", "France"));
        assertThat(changed(merged)).containsExactly("MailingCity", "MailingCountry");
    }

    @Test
    void anAddressThatMovesTakesNoOldStreetAlong() {
        EnrichmentProfile profile =
                profile("mapping: {BillingStreet: company.street, BillingCity: company.city}\npolicy: overwrite");
        String noStreet =
                "\"companyInfo\": {\"id\": \"c1\", \"name\": \"Acme\", \"locationInfo\": {\"city\": \"Fairview\"}}";
        assertThat(changed(person(
                        profile,
                        ada(noStreet, ""),
                        Fixtures.lead("BillingStreet", "2 Old Road", "BillingCity", "Lyon"))))
                .isEmpty();
        assertThat(changed(person(
                        profile,
                        ada("\"companyInfo\": " + HQ, ""),
                        Fixtures.lead("BillingStreet", "2 Old Road", "BillingCity", "Lyon"))))
                .containsExactly("BillingStreet", "BillingCity");
    }

    @Test
    void nothingOfTheParentGoesToASubsidiary() {
        Merged subsidiary = account(ACCOUNT, HQ, "BillingCountry", "France", "Name", "Acme");
        assertThat(changed(subsidiary)).containsExactly("Industry");
        assertThat(subsidiary.refusals())
                .filteredOn(refusal -> refusal.reason() == RefusalReason.CONTRADICTED)
                .extracting(Refusal::field)
                .contains("NumberOfEmployees", "AnnualRevenue", "BillingStreet", "BillingCity");
        assertThat(changed(account(ACCOUNT, HQ, "BillingCountry", "USA", "Name", "Acme")))
                .contains("NumberOfEmployees", "AnnualRevenue", "BillingStreet", "BillingPostalCode");
    }

    /** A page on a shared site is no domain of the company; it is what somebody wrote all the same. */
    @Test
    void aPageOnASharedSiteStaysWhereItIs() {
        String acme = HQ.replace("\"id\": \"c1\",", "\"id\": \"c1\", \"domain\": \"acme.example\",");
        assertThat(changed(account(ACCOUNT, acme, "Name", "Acme", "Website", "https://www.facebook.com/acme")))
                .contains("Industry")
                .doesNotContain("Website");
        assertThat(changed(account(ACCOUNT, acme, "Name", "Acme"))).contains("Website");
    }

    @Test
    void dollarsAreNotWrittenAsAnotherCurrency() {
        Merged yen = account(ACCOUNT, HQ, "CurrencyIsoCode", "JPY", "Name", "Acme");
        assertThat(changed(yen)).contains("NumberOfEmployees").doesNotContain("AnnualRevenue");
        assertThat(yen.refusals())
                .contains(new Refusal(
                        "AnnualRevenue",
                        RefusalReason.WRONG_CURRENCY,
                        "LeadIQ's amounts are in USD, the record's in JPY"));
        assertThat(changed(account(ACCOUNT, HQ, "CurrencyIsoCode", "USD", "Name", "Acme")))
                .contains("AnnualRevenue");
        EnrichmentProfile euros = profile("mapping: {AnnualRevenue: company.revenue}\ncurrency: EUR");
        assertThat(euros.fieldsToRead()).contains("CurrencyIsoCode");
        PersonRecord person = ada("\"companyInfo\": " + HQ, "");
        assertThat(changed(person(euros, person, Fixtures.lead()))).isEmpty();
        assertThat(changed(person(euros, person, Fixtures.lead("CurrencyIsoCode", "usd"))))
                .containsExactly("AnnualRevenue");
    }

    private static FieldDescribe choices(String type, boolean restricted, String... values) {
        return new FieldDescribe(
                "Pick__c",
                type,
                60,
                true,
                List.of(values),
                restricted,
                Map.of("US", "United States", "LI", "Limburg", "VLI", "Limburg"),
                Set.of("Fax"),
                true);
    }

    private static Object converted(Object value, FieldDescribe field) {
        FieldMapping mapping =
                new FieldMapping("Pick__c", List.of(), null, Policy.OVERWRITE, Map.of(), 0, TooLong.TRUNCATE, false);
        return FieldTypes.convert(value, field, mapping) instanceof Converted.Taken taken ? taken.value() : null;
    }

    @Test
    void picklistsTakeValuesByNameOrLabel() {
        FieldDescribe restricted = choices("picklist", true, "US", "LI", "VLI", "Équipe", "C", "C++");
        assertThat(converted("united states", restricted)).isEqualTo("US");
        assertThat(converted("us", restricted)).isEqualTo("US");
        assertThat(converted("equipe\u00a0", restricted)).isEqualTo("Équipe");
        assertThat(converted("c++", restricted)).isEqualTo("C++");
        assertThat(converted("C#", restricted)).isNull();
        assertThat(converted("Limburg", restricted)).as("which of two").isNull();
        assertThat(converted("Fax", choices("picklist", false, "US")))
                .as("retired")
                .isNull();
        assertThat(converted("New", choices("picklist", false, "US"))).isEqualTo("New");
    }

    @Test
    void severalValuesAreTakenOneByOne() {
        FieldDescribe restricted = choices("multipicklist", true, "Red", "Green", "US");
        assertThat(converted("Red; Blue; green; red", restricted)).isEqualTo("Red;Green");
        assertThat(converted(new Listed(List.of("United States", "Blue")), restricted))
                .isEqualTo("US");
        assertThat(converted("Blue", restricted)).isNull();
        FieldDescribe open = choices("multipicklist", false, "Red", "Green");
        assertThat(converted(new Listed(List.of("Big data", "Law; Order", "Red; Green", "Fax")), open))
                .isEqualTo("Big data;Law, Order;Red;Green");
        assertThat(converted(new Listed(List.of("x".repeat(50), "y".repeat(20), "z")), open))
                .isEqualTo("x".repeat(50) + ";z");
        EnrichmentProfile profile =
                profile("mapping: {Pick__c: {from: company.specialities, policy: overwrite, values: {rouge: Red}}}");
        PersonRecord person = ada(
                "\"companyInfo\": {\"id\": \"c1\", \"name\": \"Acme\", \"specialities\": [\"Rouge\", \"Green\"]}", "");
        assertThat(value(person(profile, person, Fixtures.lead(), restricted), "Pick__c"))
                .isEqualTo("Red;Green");
        assertThat(changed(person(profile, person, Fixtures.lead("Pick__c", "Green;Red"), restricted)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1989-12-31T00:00:00Z"})
    void timesThatCannotBeAreNotNewer(String seen) {
        EnrichmentProfile profile =
                profile("mapping: {Title: {from: person.title, policy: if-newer}}\nmodifiedAt: LastModifiedDate");
        PersonRecord person = ada("", "");
        String modified = "1960-01-01T00:00:00Z";
        assertThat(changed(person(profile, person, Fixtures.lead("Title", "CEO", "LastModifiedDate", modified))))
                .isEmpty();
        PersonRecord odd =
                Fixtures.person("{\"id\": \"p1\", \"currentPositions\": [{\"title\": \"CTO\", \"updatedAt\": \"%s\"}]}"
                        .formatted(seen));
        assertThat(changed(person(
                        profile, odd, Fixtures.lead("Title", "CEO", "LastModifiedDate", "1960-01-01T00:00:00Z"))))
                .isEmpty();
        assertThat(changed(person(
                        profile, odd, Fixtures.lead("Title", "CEO", "LastModifiedDate", "2020-01-01T00:00:00Z"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Unverified, false", "Guessed, false", "Invalid, true", "Suppressed, true"})
    void whatLeadIQConfirmsIsNotBlanked(String status, boolean blanked) {
        EnrichmentProfile profile =
                profile("mapping: {Email: {from: person.email.work, policy: overwrite, whenMissing: blank}}");
        PersonRecord person =
                ada("\"workEmail\": {\"status\": \"%s\", \"value\": \"ada@acme.example\"}".formatted(status), "");
        Merged merged = person(profile, person, Fixtures.lead("Email", "Ada@acme.example\u00a0"));
        assertThat(!changed(merged).isEmpty()).isEqualTo(blanked);
        assertThat(changed(person(profile, person, Fixtures.lead("Email", "old@acme.example"))))
                .containsExactly("Email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b\ufeff", " \u2003\u2060\t", "\u3164", "\u00ad"})
    void whatCannotBeSeenIsEmpty(String text) {
        CrmRecord record = Fixtures.lead("Title", text);
        assertThat(record.isEmpty("Title")).isTrue();
        assertThat(changed(person(profile("mapping: {Title: person.title}"), ada("", ""), record)))
                .containsExactly("Title");
        assertThat(Fixtures.lead("Title", text + "CTO" + text).text("Title")).isEqualTo("CTO");
    }

    @ParameterizedTest
    @CsvSource({
        "https://größe.example/über, true",
        "https://big_corp.example:8443/a?b=c#d, true",
        "http://[::1]/, true",
        "https://例え.example, true",
        "https://a b.example, false",
        "ftp://größe.example, false",
        "https://größe .example, false",
        "https://größe.example/a b, false",
        "javascript:alert(1), false",
    })
    void linksMayHaveLettersOfAllLanguages(String link, boolean written) {
        assertThat(converted(link, field("Url__c", "url", 255))).isEqualTo(written ? link : null);
    }

    @ParameterizedTest
    @CsvSource({
        "🇩🇪🇫🇷🇮🇹🇪🇸🇵🇱🇳🇱, 20, 🇩🇪🇫🇷🇮🇹🇪🇸🇵🇱",
        "🇩🇪🇫🇷🇮🇹, 10, 🇩🇪🇫🇷",
        "ab👩‍🚀cd, 5, ab",
        "ab👍🏽c, 5, ab",
        "aé́b, 2, a",
        "x🏴󠁧󠁢󠁥󠁮󠁧󠁿y, 10, x",
        "aक्षb, 3, a",
        "a\u1100\u1161\u11a8b, 2, a",
        "กำข, 1, ''",
        "abcd, 3, abc",
    })
    void textIsCutBetweenWhatPeopleSeeAsCharacters(String text, int limit, String expected) {
        assertThat(Truncation.cut(text, limit)).isEqualTo(expected);
    }
}
