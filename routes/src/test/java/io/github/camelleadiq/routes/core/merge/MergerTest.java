/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import static io.github.camelleadiq.routes.core.Fixtures.NOW;
import static io.github.camelleadiq.routes.core.Fixtures.ada;
import static io.github.camelleadiq.routes.core.Fixtures.describe;
import static io.github.camelleadiq.routes.core.Fixtures.field;
import static io.github.camelleadiq.routes.core.Fixtures.lead;
import static io.github.camelleadiq.routes.core.Fixtures.profile;
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
import io.github.camelleadiq.routes.core.plan.EnrichmentPlan;
import io.github.camelleadiq.routes.core.plan.Planner;
import io.github.camelleadiq.routes.core.plan.Rung;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Source;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MergerTest {
    private static final String WORK_EMAILS =
            """
            "emails": [{"type": "WorkEmail", "status": "Invalid", "value": "a1@acme.example"},
                       {"type": "WorkEmail", "status": "VerifiedLikely", "value": "a2@acme.example"},
                       {"type": "WorkEmail", "status": "Verified", "updatedAt": "2025-01-01T00:00:00Z", "value": "a3@acme.example"},
                       {"type": "WorkEmail", "status": "Verified", "updatedAt": "2026-01-01T00:00:00Z", "value": "a4@acme.example"},
                       {"type": "WorkEmail", "status": "Suppressed", "value": "a5@acme.example"},
                       {"type": "WorkEmail", "status": "Guessed", "value": "a6@acme.example"}]""";

    private static MatchResult matched(PersonRecord person) {
        return new MatchResult.Matched(new Scored(
                new Candidate.OfPerson(person, person.currentPositions().get(0), Rung.EMAIL), 0.9, List.of()));
    }

    private static Merged merge(
            EnrichmentProfile profile, CrmRecord crmRecord, PersonRecord person, FieldDescribe... fields) {
        ObjectDescribe describe = describe(fields);
        // planned with an identifier, so that there is something to ask by
        EnrichmentPlan plan = Planner.plan(
                crmRecord.isEmpty("LeadIQ_Id__c")
                        ? new CrmRecord("Lead", crmRecord.id(), with(crmRecord, "LeadIQ_Id__c", "p1"))
                        : crmRecord,
                profile,
                describe,
                null,
                NOW);
        return Merger.merge(crmRecord, profile, plan, matched(person), describe, NOW);
    }

    private static Map<String, Object> with(CrmRecord crmRecord, String field, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>(crmRecord.fields());
        fields.put(field, value);
        return fields;
    }

    private static Object value(Merged merged, String field) {
        return merged.patch().changes().stream()
                .filter(change -> change.field().equals(field))
                .map(FieldChange::after)
                .findFirst()
                .orElse(null);
    }

    private static RefusalReason refusal(Merged merged, String field) {
        return merged.refusals().stream()
                .filter(refusal -> refusal.field().equals(field))
                .map(Refusal::reason)
                .findFirst()
                .orElse(null);
    }

    @Test
    void fillsWhatIsEmptyAndLeavesTheRest() {
        EnrichmentProfile profile =
                profile("mapping: {Title: person.title, City: person.city, Email: person.email.work}");
        Merged merged = merge(profile, lead("Title", " ", "City", "Shelbyville"), ada(WORK_EMAILS, ""));
        assertThat(merged.patch().changes())
                .containsExactly(
                        new FieldChange("Title", " ", "CTO", "person.title", null),
                        new FieldChange("Email", null, "a4@acme.example", "person.email.work", "Verified"));
        assertThat(merged.refusals()).isEmpty();
        assertThat(merged.patch().stamps()).isEmpty();
        assertThat(merged.toString()).doesNotContain("acme").doesNotContain("CTO");
    }

    @ParameterizedTest
    @CsvSource({"'[VerifiedLikely, Verified]', a2@acme.example", "'[Unverified]', "})
    void emailsGoByStatusInTheProfilesOrder(String statuses, String expected) {
        Merged merged = merge(
                profile("mapping: {Email: person.email.work}\nemailStatuses: " + statuses),
                lead(),
                ada(WORK_EMAILS, ""));
        assertThat(value(merged, "Email")).isEqualTo(expected);
        assertThat(refusal(merged, "Email")).isEqualTo(expected == null ? RefusalReason.NOT_ACCEPTABLE : null);
    }

    @Test
    void whatIsSuppressedInOneListDoesNotComeInByAnother() {
        PersonRecord person = ada(
                """
                "workEmail": {"type": "WorkEmail", "status": "Verified", "value": "Ada@Acme.example"},
                "phones": [{"type": "WorkMobile", "status": "Verified", "value": "(212) 555-0100"}]
                """,
                """
                "personalEmails": [{"type": "PersonalEmail", "status": "Suppressed", "value": "ada@acme.example"}],
                "personalPhones": [{"type": "PersonalMobile", "status": "Suppressed", "value": "+1 212 555 0100"}]
                """);
        Merged merged =
                merge(profile("mapping: {Email: person.email.work, MobilePhone: person.phone.mobile}"), lead(), person);
        assertThat(merged.patch().changes()).isEmpty();
        assertThat(refusal(merged, "Email")).isEqualTo(RefusalReason.NOT_ACCEPTABLE);
        assertThat(refusal(merged, "MobilePhone")).isEqualTo(RefusalReason.NOT_ACCEPTABLE);
    }

    @Test
    void phonesGoByTypeInE164() {
        PersonRecord person = ada(
                """
                "phones": [{"type": "WorkHQ", "status": "Verified", "value": "+44 20 7946 0000 ext 7"},
                           {"type": "WorkPhone", "status": "Unverified", "value": "212-555-0101"},
                           {"type": "WorkPhone", "status": "LikelyAccurate", "value": "212-555-0102"},
                           {"type": "WorkPhone", "status": "Invalid", "value": "212-555-0103"}]
                """,
                """
                "personalPhones": [{"type": "PersonalMobile", "status": "Verified", "value": "call me"},
                                   {"type": "PersonalMobile", "status": "Unverified", "verificationStatus": "None", "value": "(212) 555-0104"}]
                """);
        EnrichmentProfile profile = profile(
                "mapping: {Phone: person.phone.direct, MobilePhone: person.phone.mobile, Hq__c: person.phone.hq, Fax__c: person.phone.fax}");
        Merged merged = merge(profile, lead(), person, field("Hq__c", "phone", 40), field("Fax__c", "phone", 40));
        assertThat(value(merged, "Phone")).isEqualTo("+12125550102");
        assertThat(value(merged, "MobilePhone")).isEqualTo("+12125550104");
        assertThat(value(merged, "Hq__c")).isEqualTo("+442079460000 ext. 7");
        assertThat(value(merged, "Fax__c")).isNull();
    }

    @Test
    void optOutsAreKeptAndNeverWritten() {
        EnrichmentProfile profile = profile(
                """
                mapping: {Email: person.email.work, Phone: [person.phone.direct, company.phone], Title: person.title}
                optOuts: {HasOptedOutOfEmail: person.email, DoNotCall: [person.phone, company.phone]}
                """);
        Merged merged = merge(profile, lead("HasOptedOutOfEmail", true, "DoNotCall", true), ada(WORK_EMAILS, ""));
        assertThat(merged.patch().changes()).extracting(FieldChange::field).containsExactly("Title");
        assertThat(refusal(merged, "Email")).isEqualTo(RefusalReason.OPTED_OUT);
        assertThat(refusal(merged, "Phone")).isEqualTo(RefusalReason.OPTED_OUT);
    }

    @Test
    void whatCannotBeWrittenIsRefusedWithAReason() {
        EnrichmentProfile profile =
                profile("mapping: {Title: person.title, Gone__c: person.city}\nstamps: {status: Missing__c}");
        Merged merged =
                merge(profile, lead(), ada("", ""), new FieldDescribe("Title", "string", 80, false, List.of(), false));
        assertThat(merged.patch().isEmpty()).isTrue();
        assertThat(refusal(merged, "Title")).isEqualTo(RefusalReason.READ_ONLY);
        assertThat(refusal(merged, "Gone__c")).isEqualTo(RefusalReason.MISSING_FIELD);
        assertThat(refusal(merged, "Missing__c")).isEqualTo(RefusalReason.MISSING_FIELD);
    }

    @Test
    void picklistsTakeTheirOwnSpellingAndNothingElse() {
        EnrichmentProfile profile = profile(
                "mapping: {City: person.city, State: {from: person.state, values: {illinois: IL}}, Country: person.country}");
        Merged merged = merge(
                profile,
                lead(),
                ada("", ""),
                field("City", "picklist", 255, "SPRINGFIELD"),
                field("State", "picklist", 255, "IL", "NY"),
                field("Country", "picklist", 255, "US"));
        assertThat(value(merged, "City")).isEqualTo("SPRINGFIELD");
        assertThat(value(merged, "State")).isEqualTo("IL");
        assertThat(refusal(merged, "Country")).isEqualTo(RefusalReason.NOT_IN_PICKLIST);
    }

    @Test
    void longTextIsCutBetweenCharactersAndLinksAreNot() {
        PersonRecord person = Fixtures.person(
                """
                {"id": "p1", "currentPositions": [{"title": "Ab👩‍🚀cd", "seniority": "مدير تنفيذي 🚀"}],
                 "linkedin": {"linkedinUrl": "https://www.linkedin.com/in/ada-example"}}""");
        EnrichmentProfile profile = profile(
                "mapping: {Title: person.title, Level__c: person.seniority, Url__c: person.linkedinUrl, City: {from: person.seniority, tooLong: refuse}}");
        Merged merged = merge(
                profile,
                lead(),
                person,
                field("Title", "string", 5),
                field("Level__c", "string", 80),
                field("Url__c", "url", 20),
                field("City", "string", 5));
        assertThat(value(merged, "Title")).isEqualTo("Ab");
        assertThat(value(merged, "Level__c")).isEqualTo("مدير تنفيذي 🚀");
        assertThat(refusal(merged, "Url__c")).isEqualTo(RefusalReason.TOO_LONG);
        assertThat(refusal(merged, "City")).isEqualTo(RefusalReason.TOO_LONG);
    }

    @Test
    void valuesTakeTheTypeOfTheField() {
        PersonRecord person = ada(
                """
                "dateRange": {"start": "2020-05-17T00:00:00Z"}, "seniority": "yes", "companyInfo": {"id": "c1", "name": "Acme", "numberOfEmployees": 1200,
                "revenue": 5000000000, "domain": "acme.example", "employeeRange": "51-200"}""",
                "");
        EnrichmentProfile profile = profile(
                """
                mapping: {A: company.employees, B: company.employees, C: company.revenue, D: company.revenue, E: company.employeeRange,
                          F: person.positionStart, G: person.positionStart, H: company.domain, I: person.title, J: person.seniority}
                """);
        Merged merged = merge(
                profile,
                lead(),
                person,
                field("A", "int", 0),
                field("B", "string", 80),
                field("C", "currency", 0),
                field("D", "int", 0),
                field("E", "int", 0),
                field("F", "date", 0),
                field("G", "datetime", 0),
                field("H", "url", 255),
                field("I", "email", 80),
                field("J", "boolean", 0));
        assertThat(value(merged, "A")).isEqualTo(1200);
        assertThat(value(merged, "B")).isEqualTo("1200");
        assertThat(value(merged, "C")).isEqualTo(new BigDecimal("5000000000"));
        assertThat(value(merged, "F")).isEqualTo("2020-05-17");
        assertThat(value(merged, "G")).isEqualTo("2020-05-17T00:00:00Z");
        assertThat(value(merged, "H")).isEqualTo("https://acme.example");
        assertThat(merged.refusals()).extracting(Refusal::field).containsExactly("D", "E", "I", "J");
        assertThat(merged.refusals()).extracting(Refusal::reason).containsOnly(RefusalReason.WRONG_TYPE);
    }

    @Test
    void ifNewerComparesWithTheRecord() {
        EnrichmentProfile profile =
                profile("mapping: {Title: {from: person.title, policy: if-newer}}\nmodifiedAt: LastModifiedDate");
        CrmRecord older = lead("Title", "CEO", "LastModifiedDate", "2026-01-01T00:00:00.000+0000");
        CrmRecord newer = lead("Title", "CEO", "LastModifiedDate", "2026-02-02T00:00:00.000+0000");
        assertThat(value(merge(profile, older, ada("", "")), "Title")).isEqualTo("CTO");
        assertThat(refusal(merge(profile, newer, ada("", "")), "Title")).isEqualTo(RefusalReason.NOT_NEWER);
        assertThat(refusal(merge(profile, lead("Title", "CEO"), ada("", "")), "Title"))
                .isEqualTo(RefusalReason.NOT_NEWER);
        assertThat(value(merge(profile, lead(), ada("", "")), "Title")).isEqualTo("CTO");
    }

    @Test
    void blanksOnlyOnPurpose() {
        EnrichmentProfile keep = profile("mapping: {Email: {from: person.email.work, policy: overwrite}}");
        EnrichmentProfile blank =
                profile("mapping: {Email: {from: person.email.work, policy: overwrite, whenMissing: blank}}");
        CrmRecord record = lead("Email", "old@acme.example");
        assertThat(merge(keep, record, ada("", "")).patch().isEmpty()).isTrue();
        assertThat(merge(blank, record, ada("", "")).patch().changes())
                .containsExactly(new FieldChange("Email", "old@acme.example", null, "person.email.work", null));
        assertThat(merge(blank, lead(), ada("", "")).patch().isEmpty()).isTrue();
    }

    @Test
    void theSameNumberOrAddressInAnotherSpellingIsNoChange() {
        EnrichmentProfile profile = profile(
                "mapping: {Phone: person.phone.direct, Email: person.email.work, Title: person.title}\npolicy: overwrite");
        PersonRecord person = ada(
                """
                "phones": [{"type": "WorkPhone", "status": "Verified", "value": "+12125550100"}],
                "workEmail": {"status": "Verified", "value": "ada@acme.example"}""",
                "");
        CrmRecord record = lead("Phone", "(212) 555-0100", "Email", "Ada@acme.example", "Title", "CTO ");
        assertThat(merge(profile, record, person).patch().changes()).isEmpty();
    }

    @Test
    void templatesNeedAllTheirSources() {
        EnrichmentProfile profile = profile(
                "mapping: {A: {template: '{{person.city}}, {{person.country}}'}, B: {template: '{{person.city}} {{company.city}}'}}");
        Merged merged = merge(profile, lead(), ada("", ""), field("A", "string", 80), field("B", "string", 80));
        assertThat(value(merged, "A")).isEqualTo("Springfield, United States");
        assertThat(value(merged, "B")).isNull();
    }

    @Test
    void everyResultLeavesItsStampsAndOnlyAMatchTheId() {
        EnrichmentProfile profile = profile(
                """
                mapping: {Title: person.title}
                stamps: {leadiqId: LeadIQ_Id__c, enrichedAt: LeadIQ_Enriched_At__c, status: LeadIQ_Status__c}
                """);
        assertThat(merge(profile, lead(), ada("", "")).patch().stamps())
                .isEqualTo(Map.of(
                        "LeadIQ_Id__c",
                        "p1",
                        "LeadIQ_Enriched_At__c",
                        "2026-03-01T12:00:00Z",
                        "LeadIQ_Status__c",
                        "Enriched"));
        EnrichmentPlan plan = Planner.plan(lead("Email", "a@acme.example"), profile, describe(), null, NOW);
        Merged merged = Merger.merge(lead(), profile, plan, new MatchResult.NotFound(), describe(), NOW);
        assertThat(merged.patch().changes()).isEmpty();
        assertThat(merged.patch().stamps())
                .isEqualTo(Map.of("LeadIQ_Enriched_At__c", "2026-03-01T12:00:00Z", "LeadIQ_Status__c", "NotFound"));
    }

    @Test
    void personAccountsAreNotFilledAsCompanies() {
        CrmRecord account = Fixtures.crmRecord("Account", "IsPersonAccount", true, "Website", "acme.example");
        EnrichmentProfile profile = Fixtures.shipped("account");
        EnrichmentPlan plan = Planner.plan(account, profile, describe(), null, NOW);
        MatchResult match = new MatchResult.Matched(new Scored(
                new Candidate.OfCompany(Fixtures.company("{\"id\": \"c1\", \"industry\": \"Mining\"}"), Rung.DOMAIN),
                1,
                List.of()));
        Merged merged = Merger.merge(account, profile, plan, match, describe(), NOW);
        assertThat(merged.patch().isEmpty()).isTrue();
        assertThat(merged.refusals()).extracting(Refusal::reason).containsOnly(RefusalReason.PERSON_ACCOUNT);
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void everySourceCanBeRead(Source source) {
        EnrichmentProfile profile = profile("mapping: {Title: person.title}");
        assertThat(Values.of(source, new Answer(null, null, null, profile, null)))
                .isEmpty();
        Values.of(
                source,
                new Answer(ada("", ""), ada("", "").currentPositions().get(0), Fixtures.company("{}"), profile, null));
    }
}
