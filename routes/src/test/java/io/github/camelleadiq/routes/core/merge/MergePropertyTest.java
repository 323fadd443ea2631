/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import static io.github.camelleadiq.routes.core.Fixtures.NOW;
import static io.github.camelleadiq.routes.core.Fixtures.describe;
import static io.github.camelleadiq.routes.core.Fixtures.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.model.EmailType;
import io.github.camelleadiq.model.EmailVerificationStatusType;
import io.github.camelleadiq.model.NameInfo;
import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.model.PersonalEmailRecordType;
import io.github.camelleadiq.model.PersonalPhoneRecordType;
import io.github.camelleadiq.model.PhoneType;
import io.github.camelleadiq.model.PhoneVerificationStatusType;
import io.github.camelleadiq.model.PositionRecord;
import io.github.camelleadiq.model.WorkEmailRecordType;
import io.github.camelleadiq.model.WorkPhoneRecordType;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.routes.core.match.Candidate;
import io.github.camelleadiq.routes.core.match.MatchResult;
import io.github.camelleadiq.routes.core.match.Scored;
import io.github.camelleadiq.routes.core.plan.EnrichmentPlan;
import io.github.camelleadiq.routes.core.plan.Planner;
import io.github.camelleadiq.routes.core.plan.Rung;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.Policy;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every record and every answer. */
class MergePropertyTest {
    private static final List<String> FIELDS = List.of("Email", "Phone", "MobilePhone", "Title", "City");
    private static final ObjectDescribe DESCRIBE =
            describe(field("Title", "string", 7), field("City", "picklist", 9, "Paris", "Rome"));

    @Property(tries = 500)
    void mergingTwiceChangesNothingMore(
            @ForAll("profiles") EnrichmentProfile profile,
            @ForAll("records") CrmRecord crmRecord,
            @ForAll("people") PersonRecord person) {
        EnrichmentPlan plan = Planner.plan(crmRecord, profile, DESCRIBE, null, NOW);
        Merged first = Merger.merge(crmRecord, profile, plan, matched(person), DESCRIBE, NOW);
        Map<String, Object> after = new LinkedHashMap<>(crmRecord.fields());
        first.patch().changes().forEach(change -> after.put(change.field(), change.after()));
        after.putAll(first.patch().stamps());
        CrmRecord written = new CrmRecord("Lead", crmRecord.id(), after);
        assertThat(Merger.merge(written, profile, plan, matched(person), DESCRIBE, NOW)
                        .patch()
                        .isEmpty())
                .isTrue();
    }

    @Property(tries = 500)
    void policiesHoldAndNothingForbiddenComesThrough(
            @ForAll("profiles") EnrichmentProfile profile,
            @ForAll("records") CrmRecord crmRecord,
            @ForAll("people") PersonRecord person) {
        EnrichmentPlan plan = Planner.plan(crmRecord, profile, DESCRIBE, null, NOW);
        Merged merged = Merger.merge(crmRecord, profile, plan, matched(person), DESCRIBE, NOW);
        Map<String, Policy> policies = profile.mappings().stream()
                .collect(Collectors.toMap(mapping -> mapping.field(), mapping -> mapping.policy()));
        Set<String> forbidden = forbidden(person);
        for (FieldChange change : merged.patch().changes()) {
            assertThat(policies.get(change.field())).isNotEqualTo(Policy.NEVER);
            assertThat(policies.get(change.field()) != Policy.FILL_EMPTY || crmRecord.isEmpty(change.field()))
                    .isTrue();
            assertThat(change.status()).isNotIn("Suppressed", "Invalid");
            assertThat(change.after()).isNotNull();
            assertThat(forbidden).doesNotContain(change.after().toString());
            assertThat(change.after()).isNotEqualTo(change.before());
        }
        if (Boolean.TRUE.equals(crmRecord.fields().get("DoNotCall"))) {
            assertThat(merged.patch().changes())
                    .extracting(FieldChange::field)
                    .doesNotContain("Phone", "MobilePhone", "DoNotCall");
        }
    }

    private static Set<String> forbidden(PersonRecord person) {
        Set<String> emails = person.personalEmails().stream()
                .filter(email ->
                        Set.of("Suppressed", "Invalid").contains(email.status().value()))
                .map(PersonalEmailRecordType::value)
                .collect(Collectors.toSet());
        person.currentPositions().get(0).emails().stream()
                .filter(email ->
                        Set.of("Suppressed", "Invalid").contains(email.status().value()))
                .forEach(email -> emails.add(email.value()));
        person.personalPhones().stream()
                .filter(phone -> phone.status().value().equals("Suppressed"))
                .forEach(phone -> emails.add(phone.value()));
        person.currentPositions().get(0).phones().stream()
                .filter(phone -> phone.status().value().equals("Suppressed"))
                .forEach(phone -> emails.add(phone.value()));
        return emails;
    }

    private static MatchResult matched(PersonRecord person) {
        return new MatchResult.Matched(new Scored(
                new Candidate.OfPerson(person, person.currentPositions().get(0), Rung.EMAIL), 1, List.of()));
    }

    @Provide
    Arbitrary<EnrichmentProfile> profiles() {
        Arbitrary<String> policy = Arbitraries.of("fill-empty", "overwrite", "if-newer", "never");
        return policy.list().ofSize(FIELDS.size()).map(policies -> {
            List<String> sources = List.of(
                    "[person.email.work, person.email.personal]",
                    "person.phone.direct",
                    "[person.phone.mobile, person.phone.home]",
                    "person.title",
                    "person.seniority");
            StringBuilder yaml = new StringBuilder("mapping:\n");
            for (int index = 0; index < FIELDS.size(); index++) {
                yaml.append("  %s: {from: %s, policy: %s}\n"
                        .formatted(FIELDS.get(index), sources.get(index), policies.get(index)));
            }
            return Fixtures.profile(
                    yaml + "emailStatuses: [Verified, VerifiedLikely, Unverified]\nmodifiedAt: LastModifiedDate\n"
                            + "optOuts: {DoNotCall: person.phone}\nstamps: {leadiqId: LeadIQ_Id__c, enrichedAt: LeadIQ_Enriched_At__c, status: LeadIQ_Status__c}\n");
        });
    }

    @Provide
    Arbitrary<CrmRecord> records() {
        Arbitrary<Object> value = Arbitraries.oneOf(
                Arbitraries.of(null, "", " ", "CTO", "Rome", "a1@acme.example", "(212) 555-0101", "+12125550102")
                        .map(text -> (Object) text),
                Arbitraries.strings().ofMaxLength(12).map(text -> (Object) text));
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Combinators.combine(value.list().ofSize(FIELDS.size()), flag, flag)
                .as((values, doNotCall, modified) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    for (int index = 0; index < FIELDS.size(); index++) {
                        fields.put(FIELDS.get(index), values.get(index));
                    }
                    fields.put("LinkedIn_URL__c", "linkedin.com/in/ada-example");
                    fields.put("DoNotCall", doNotCall);
                    fields.put("LastModifiedDate", modified ? "2026-01-01T00:00:00Z" : null);
                    return new CrmRecord("Lead", "00Q", fields);
                });
    }

    @Provide
    Arbitrary<PersonRecord> people() {
        Arbitrary<String> emailStatus =
                Arbitraries.of("Verified", "VerifiedLikely", "Unverified", "Invalid", "Suppressed", "New");
        Arbitrary<String> address = Arbitraries.of("a1@acme.example", "a2@acme.example", "a3@acme.example");
        Arbitrary<String> phoneStatus =
                Arbitraries.of("Verified", "LikelyAccurate", "Unverified", "Invalid", "Suppressed");
        Arbitrary<String> number = Arbitraries.of("+12125550101", "+12125550102", "+12125550103");
        Arbitrary<PhoneType> type = Arbitraries.of(PhoneType.values());
        Arbitrary<List<WorkEmailRecordType>> work = Combinators.combine(emailStatus, address)
                .as((status, value) -> new WorkEmailRecordType(
                        EmailType.WORK_EMAIL, EmailVerificationStatusType.of(status), null, value))
                .list()
                .ofMaxSize(4);
        Arbitrary<List<PersonalEmailRecordType>> personal = Combinators.combine(emailStatus, address)
                .as((status, value) -> new PersonalEmailRecordType(
                        EmailType.PERSONAL_EMAIL, EmailVerificationStatusType.of(status), null, value))
                .list()
                .ofMaxSize(3);
        Arbitrary<List<WorkPhoneRecordType>> workPhones = Combinators.combine(phoneStatus, number, type)
                .as((status, value, kind) ->
                        new WorkPhoneRecordType(kind, PhoneVerificationStatusType.of(status), null, null, value))
                .list()
                .ofMaxSize(4);
        Arbitrary<List<PersonalPhoneRecordType>> phones = Combinators.combine(phoneStatus, number, type)
                .as((status, value, kind) ->
                        new PersonalPhoneRecordType(kind, PhoneVerificationStatusType.of(status), null, null, value))
                .list()
                .ofMaxSize(4);
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20), Arbitraries.of("CTO 👩‍🚀 e\u0301", "rome", "paris ", null));
        return Combinators.combine(work, personal, workPhones, phones, text, text)
                .as((emails, privateEmails, calls, privateCalls, title, level) -> new PersonRecord(
                        "p1",
                        new NameInfo("Ada", "Ada Example", "Example", null),
                        List.of(new PositionRecord(
                                "c1",
                                title,
                                null,
                                NOW.atZone(ZoneOffset.UTC),
                                emails,
                                calls,
                                null,
                                level,
                                null,
                                null,
                                true)),
                        List.of(),
                        null,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        privateEmails,
                        privateCalls,
                        null));
    }
}
