/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.guard;

import static io.github.camelleadiq.routes.core.Fixtures.NOW;
import static io.github.camelleadiq.routes.core.Fixtures.lead;
import static io.github.camelleadiq.routes.core.Fixtures.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.ProfileReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GuardTest {
    private static final Us US = new Us("leadiq", "005U");
    private static final EnrichmentProfile PROFILE = profile(
            """
            mapping: {Email: person.email.work, Phone: person.phone.direct, Title: person.title}
            filter: [{field: Status, op: not-in, values: [Closed]}]
            optOuts: {DoNotCall: person.phone, Stop__c: all}
            refreshAfter: 90d
            """);

    private static ChangeEvent event(ChangeKind kind, String origin, String user, String... changed) {
        return new ChangeEvent("s", "1", "k", "Lead", List.of("00Q"), kind, Set.of(changed), origin, user, NOW);
    }

    private static GuardReason reason(ChangeEvent event) {
        return Guard.event(event, PROFILE, US).reason();
    }

    private static GuardReason reason(ChangeEvent event, CrmRecord crmRecord, OwnValues ledger, Instant enrichedAt) {
        LastLookUp last = new LastLookUp(enrichedAt, null, null);
        return Guard.crmRecord(event, Optional.ofNullable(crmRecord), PROFILE, ledger, last, NOW)
                .reason();
    }

    @ParameterizedTest
    @CsvSource({
        "com/salesforce/api/rest/62.0;client=leadiq, 005X, OWN_CLIENT",
        "com/salesforce/api/rest/62.0;client=leadiq2, 005X, PASSED",
        "com/salesforce/api/rest/62.0, 005U, OWN_USER",
        ", 005X, PASSED",
    })
    void knowsItsOwnWritesByTagOrByUser(String origin, String user, GuardReason expected) {
        assertThat(reason(event(ChangeKind.UPDATE, origin, user, "Email"))).isEqualTo(expected);
    }

    @Test
    void withoutATagOrUserOfOursNothingIsOurs() {
        ChangeEvent anonymous = event(ChangeKind.UPDATE, null, null, "Email");
        assertThat(Guard.event(anonymous, PROFILE, new Us(null, null)).passed()).isTrue();
    }

    @Test
    void knowsItsOwnWritesByTheirValues() {
        Map<String, String> written = Map.of("Email", ValueHash.of("ada@acme.example"), "Title", ValueHash.of("CTO"));
        OwnValues ledger = (type, id, field, hash) -> hash.equals(written.get(field));
        ChangeEvent event = event(ChangeKind.UPDATE, null, null, "Email", "Title", "LastModifiedDate");
        assertThat(reason(event, lead("Email", "Ada@ACME.example ", "Title", "CTO"), ledger, null))
                .isEqualTo(GuardReason.OWN_VALUES);
        // one value of somebody else's is reason enough to look
        assertThat(reason(event, lead("Email", "ada@acme.example", "Title", "CEO"), ledger, null))
                .isEqualTo(GuardReason.PASSED);
        // as is a value of ours that somebody took away
        assertThat(reason(event, lead("Email", null, "Title", "CTO"), ledger, null))
                .isEqualTo(GuardReason.PASSED);
    }

    @Test
    void looksOnlyAtWatchedFields() {
        assertThat(reason(event(ChangeKind.UPDATE, null, "005X", "Rating"))).isEqualTo(GuardReason.UNWATCHED);
        assertThat(reason(event(ChangeKind.UPDATE, null, "005X", "Rating", "Name.LastName")))
                .isEqualTo(GuardReason.PASSED);
        assertThat(reason(event(ChangeKind.UPDATE, null, "005X"))).isEqualTo(GuardReason.PASSED);
    }

    @Test
    void looksAtOptOutsWhateverTheProfileWatches() {
        assertThat(reason(event(ChangeKind.UPDATE, null, "005X", "DoNotCall"))).isEqualTo(GuardReason.PASSED);
    }

    @ParameterizedTest
    @EnumSource(ChangeKind.class)
    void onlyDeletionsAreOfNoInterest(ChangeKind kind) {
        assertThat(reason(event(kind, null, "005X")))
                .isEqualTo(kind == ChangeKind.DELETE ? GuardReason.DELETED : GuardReason.PASSED);
    }

    @Test
    void looksAtTheRecordOnceMore() {
        ChangeEvent event = event(ChangeKind.GAP, null, "005X");
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        assertThat(reason(event, null, OwnValues.NONE, null)).isEqualTo(GuardReason.RECORD_MISSING);
        assertThat(reason(event, lead("Status", "closed"), OwnValues.NONE, null))
                .isEqualTo(GuardReason.OUTSIDE_FILTER);
        assertThat(reason(event, lead("Stop__c", true), OwnValues.NONE, null)).isEqualTo(GuardReason.OPTED_OUT);
        assertThat(reason(event, lead("DoNotCall", true), OwnValues.NONE, null)).isEqualTo(GuardReason.PASSED);
        assertThat(reason(event, lead(), OwnValues.NONE, yesterday)).isEqualTo(GuardReason.FRESH);
        assertThat(reason(event, lead(), OwnValues.NONE, NOW.minus(Duration.ofDays(91))))
                .isEqualTo(GuardReason.PASSED);
    }

    @Test
    void aNewIdentifierMakesAnEarlierAnswerObsolete() {
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        ChangeEvent email = event(ChangeKind.UPDATE, null, "005X", "Email");
        ChangeEvent title = event(ChangeKind.UPDATE, null, "005X", "Title");
        assertThat(reason(email, lead("Email", "new@acme.example"), OwnValues.NONE, yesterday))
                .isEqualTo(GuardReason.PASSED);
        assertThat(reason(email, lead("Email", null), OwnValues.NONE, yesterday))
                .isEqualTo(GuardReason.FRESH);
        assertThat(reason(title, lead("Title", "CEO"), OwnValues.NONE, yesterday))
                .isEqualTo(GuardReason.FRESH);
    }

    private static GuardReason created(String object, CrmRecord crmRecord) {
        EnrichmentProfile profile = ProfileReader.read(
                "test.yaml",
                """
                object: %s
                kind: person
                identifiers: {firstName: FirstName, lastName: LastName, domain: Website}
                mapping: {Title: person.title}
                """
                        .formatted(object));
        return Guard.crmRecord(
                        event(ChangeKind.CREATE, null, null),
                        Optional.of(crmRecord),
                        profile,
                        OwnValues.NONE,
                        LastLookUp.NONE,
                        NOW)
                .reason();
    }

    @Test
    void theContactOfAPersonAccountIsWrittenThroughTheAccount() {
        assertThat(created("Contact", Fixtures.crmRecord("Contact", "IsPersonAccount", true, "FirstName", "Ada")))
                .isEqualTo(GuardReason.PERSON_ACCOUNT);
        assertThat(created("Contact", Fixtures.crmRecord("Contact", "IsPersonAccount", false, "FirstName", "Ada")))
                .isEqualTo(GuardReason.PASSED);
        assertThat(created("Account", Fixtures.crmRecord("Account", "IsPersonAccount", true, "FirstName", "Ada")))
                .isEqualTo(GuardReason.PASSED);
    }

    @Test
    void aConvertedLeadIsReadOnlyWhateverTheProfileSays() {
        assertThat(created("Lead", lead("IsConverted", true))).isEqualTo(GuardReason.CONVERTED);
        assertThat(created("Lead", lead("IsConverted", false))).isEqualTo(GuardReason.PASSED);
    }

    @Test
    void personAccountsAreNoCompanies() {
        CrmRecord person = Fixtures.crmRecord("Account", "IsPersonAccount", true, "Name", "Ada Example");
        Verdict verdict = Guard.crmRecord(
                event(ChangeKind.CREATE, null, null),
                Optional.of(person),
                Fixtures.shipped("account"),
                OwnValues.NONE,
                LastLookUp.NONE,
                NOW);
        assertThat(verdict.reason()).isEqualTo(GuardReason.PERSON_ACCOUNT);
        assertThat(verdict.text()).doesNotContain("Ada");
    }

    @Test
    void aCorrectionIsAPersonsNewIdentifier() {
        CrmRecord before = lead("FirstName", "Ada", "LastName", "Example", "LeadIQ_Id__c", "p1");
        String print = IdentifierPrint.of(before, PROFILE);
        CrmRecord after = lead("FirstName", "Grace", "LastName", "Example", "LeadIQ_Id__c", "p2", "Country", "DE");
        OwnValues all = (objectType, recordId, field, hash) -> true;
        assertThat(Guard.isCorrected(after, PROFILE, OwnValues.NONE, print)).isTrue();
        assertThat(Guard.isCorrected(after, PROFILE, all, print)).isFalse();
        assertThat(Guard.isCorrected(after, PROFILE, OwnValues.NONE, null)).isFalse();
        // the id is ours, the country tells nobody apart, and what was taken away names nobody else
        CrmRecord same = lead("LastName", "Example", "LeadIQ_Id__c", "p2", "Country", "DE");
        assertThat(Guard.isCorrected(same, PROFILE, OwnValues.NONE, print)).isFalse();
    }
}
