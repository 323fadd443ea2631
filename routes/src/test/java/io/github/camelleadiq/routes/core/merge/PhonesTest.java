/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import static io.github.camelleadiq.routes.core.Fixtures.NOW;
import static io.github.camelleadiq.routes.core.Fixtures.company;
import static io.github.camelleadiq.routes.core.Fixtures.crmRecord;
import static io.github.camelleadiq.routes.core.Fixtures.describe;
import static io.github.camelleadiq.routes.core.Fixtures.field;
import static io.github.camelleadiq.routes.core.Fixtures.lead;
import static io.github.camelleadiq.routes.core.Fixtures.person;
import static io.github.camelleadiq.routes.core.Fixtures.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.match.Candidate;
import io.github.camelleadiq.routes.core.match.MatchResult;
import io.github.camelleadiq.routes.core.match.Scored;
import io.github.camelleadiq.routes.core.plan.Planner;
import io.github.camelleadiq.routes.core.plan.Rung;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.ProfileReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which country the numbers of an answer are dialled, and which are not to be dialled. */
class PhonesTest {
    private static final String MAPPING =
            "mapping: {MobilePhone: person.phone.mobile, Phone: person.phone.hq, Other__c: company.phone}\n";

    private static Map<String, Object> merge(EnrichmentProfile profile, CrmRecord crmRecord, PersonRecord person) {
        var more = field("Other__c", "phone", 40);
        var position = person.currentPositions().get(0);
        return changes(profile, crmRecord, new Candidate.OfPerson(person, position, Rung.EMAIL), describe(more));
    }

    private static Map<String, Object> changes(
            EnrichmentProfile profile, CrmRecord crmRecord, Candidate candidate, ObjectDescribe describe) {
        var plan = Planner.plan(crmRecord, profile, describe, null, NOW);
        var match = new MatchResult.Matched(new Scored(candidate, 0.95, List.of()));
        return Merger.merge(crmRecord, profile, plan, match, describe, NOW).patch().changes().stream()
                .collect(Collectors.toMap(FieldChange::field, FieldChange::after));
    }

    /** Whose location, and whose company's, are said; null is not. */
    private static PersonRecord ada(String country, String companyCountry, String mobile, String ofCompany) {
        return person(
                """
                {"id": "p1", "location": {"country": %s},
                 "currentPositions": [{"companyId": "c1",
                   "companyInfo": {"id": "c1", "phones": ["n/a", "555-0118", "%s"], "country": %s},
                   "phones": [{"type": "WorkHQ", "status": "Verified", "value": "%s"}]}],
                 "personalPhones": [{"type": "PersonalMobile", "status": "Verified", "value": "%s"}]}
                """
                        .formatted(json(country), ofCompany, json(companyCountry), ofCompany, mobile));
    }

    private static String json(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                // record's country | person's | company's | default | mobile | written | the company's | written
                "United Kingdom | none | none | US | 7700 900018 | +447700900018 | (206) 555-0118 | none",
                "none | Germany | United States | FR | 01512 3456788 | +4915123456788 | (415) 555-0118 | +14155550118",
                "none | Germany | United States | FR | 01512 3456788 | +4915123456788 | (888) 555-0118 | +18885550118",
                "none | United Kingdom | none | US | 07700 900018 | +447700900018 | (206) 555-0118 | none",
                "none | Atlantis | Atlantis | US | 206 555 0118 | none | 206 555 0118 | none",
                "Atlantis | none | none | US | 206 555 0118 | none | 206 555 0118 | none",
                "United Kingdom | Atlantis | Atlantis | US | 07700 900018 | none | 206 555 0118 | none",
                "Germany | GB | US | FR | 07700 900018 | +447700900018 | 206 555 0118 | +12065550118",
                "none | none | none | US | 206 555 0118 | +12065550118 | 206 555 0119 | +12065550119",
                "none | none | none | none | 206 555 0118 | none | 206 555 0119 | none",
                "none | none | none | none | +44 7700 900018 | +447700900018 | 0044 20 7946 0018 | +442079460018",
                "'Korea, Republic of' | none | none | US | 10-1234-5679 | +821012345679 | none | none",
            })
    void dialledWhereTheyBelong(
            String recordCountry,
            String country,
            String companyCountry,
            String region,
            String mobile,
            String written,
            String ofCompany,
            String ofCompanyWritten) {
        EnrichmentProfile profile = profile(MAPPING + (region == null ? "" : "defaultRegion: " + region + "\n"));
        var after = merge(
                profile,
                lead("LeadIQ_Id__c", "p1", "Country", recordCountry),
                ada(country, companyCountry, mobile, ofCompany));
        assertThat(after.get("MobilePhone")).isEqualTo(written);
        assertThat(after.get("Phone")).isEqualTo(ofCompanyWritten);
        assertThat(after.get("Other__c")).isEqualTo(ofCompanyWritten);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "GB, none, +442079460018",
                "none, United Kingdom, +442079460018",
                "none, none, none",
                "GB, US, none"
            })
    void anAccountsNumberIsDialledInItsCompanysCountryThenItsOwn(String own, String companys, String written) {
        EnrichmentProfile profile = ProfileReader.read(
                "test.yaml",
                """
                object: Account
                kind: company
                identifiers: {companyName: Name, country: BillingCountry}
                mapping: {Phone: company.phone}
                defaultRegion: US
                """);
        var found = company("{\"id\": \"c1\", \"phones\": [\"020 7946 0018\"], \"country\": " + json(companys) + "}");
        var account = crmRecord("Account", "Name", "Acme", "BillingCountry", own);
        assertThat(changes(profile, account, new Candidate.OfCompany(found, Rung.COMPANY_NAME), describe())
                        .get("Phone"))
                .isEqualTo(written);
    }

    private static Map<String, Object> withStatuses(String mobile, String past) {
        return merge(
                profile(MAPPING + "defaultRegion: US\n"),
                lead("LeadIQ_Id__c", "p1"),
                person(
                        """
                        {"id": "p1", "currentPositions": [{"companyId": "c1"}],
                         "pastPositions": [{"companyId": "c0", "phones": [%s]}],
                         "personalPhones": [{"type": "PersonalMobile", %s}]}
                        """
                                .formatted(past, mobile)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Verified", "LikelyAccurate", "Unverified"})
    void writtenWithAGoodStatus(String status) {
        assertThat(withStatuses("\"status\": \"" + status + "\", \"value\": \"206 555 0118\"", ""))
                .containsEntry("MobilePhone", "+12065550118");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"status\": null,",
                "\"verificationStatus\": \"LikelyAccurate\",",
                "\"status\": \"DoNotCall\",",
                "\"status\": \"suppressed\",",
                "\"status\": \"verified\",",
                "\"status\": \"SUPPRESSED\",",
                "\"status\": \"\",",
                "\"status\": \"Suppressed\", \"verificationStatus\": \"LikelyAccurate\","
            })
    void notWrittenWithAnotherStatusOrNone(String status) {
        assertThat(withStatuses(status + "\"value\": \"206 555 0118\"", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Suppressed | +229 97 12 34 57     | +229 01 97 12 34 57",
                "Suppressed | +54 11 2345 6780     | +54 9 11 2345 6780",
                "Suppressed | +1 206 555 0118 x 12 | 206 555 0118",
                "Invalid    | 206 555 0118         | 206 555 0118 x 12",
                "DoNotCall  | (206) 5550118        | 206 555 0118",
                "suppressed | 555-0118             | 206 555 0118",
            })
    void notWrittenWhereTheLineIsForbiddenElsewhere(String status, String past, String offered) {
        String forbidden = "{\"type\": \"WorkMobile\", \"status\": \"%s\", \"value\": \"%s\"}".formatted(status, past);
        String mobile = "\"status\": \"Verified\", \"value\": \"" + offered + "\"";
        assertThat(withStatuses(mobile, forbidden)).isEmpty();
        assertThat(withStatuses(mobile, "")).containsKey("MobilePhone");
    }

    @Test
    void aTemplateHasNumbersAsTheFieldsHaveThem() {
        EnrichmentProfile profile = profile("mapping: {Title: {template: 'Call {{person.phone.mobile}}'}}");
        assertThat(merge(profile, lead("LeadIQ_Id__c", "p1"), ada("GB", null, "07700 900018", "")))
                .containsEntry("Title", "Call +447700900018");
        assertThat(merge(profile, lead("LeadIQ_Id__c", "p1"), ada("GB", null, "n/a", "")))
                .isEmpty();
    }

    @Test
    void anEmailIsForbiddenByAStatusThatWeDoNotKnow() {
        PersonRecord person = person(
                """
                {"id": "p1", "currentPositions": [{"companyId": "c1",
                   "workEmail": {"status": "Verified", "value": "ada@acme.example"}}],
                 "personalEmails": [{"status": "suppressed", "value": "Ada@acme.example"}]}
                """);
        assertThat(merge(profile("mapping: {Email: person.email.work}"), lead("LeadIQ_Id__c", "p1"), person))
                .isEmpty();
    }
}
