/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.guard;

import static io.github.camelleadiq.routes.core.Fixtures.NOW;
import static io.github.camelleadiq.routes.core.Fixtures.lead;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.ValueHash;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Changes of which nobody says what they are, of records that were looked up lately. */
class GapTest {
    private static final EnrichmentProfile PROFILE = Fixtures.profile(
            """
            mapping: {Title: person.title, LinkedIn_URL__c: person.linkedinUrl}
            modifiedAt: LastModifiedDate
            refreshAfter: 90d
            """);
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final CrmRecord THEN = lead("Email", "ada@acme.example", "Company", "Acme");

    private static GuardReason reason(ChangeKind kind, CrmRecord now, OwnValues ledger, String print, String... told) {
        ChangeEvent event = new ChangeEvent("s", "1", "k", "Lead", List.of("00Q"), kind, Set.of(told), null, null, NOW);
        return Guard.crmRecord(event, Optional.of(now), PROFILE, ledger, new LastLookUp(YESTERDAY, print, null), NOW)
                .reason();
    }

    private static GuardReason gap(CrmRecord now, OwnValues ledger, String... told) {
        return reason(ChangeKind.GAP, now, ledger, IdentifierPrint.of(THEN, PROFILE), told);
    }

    /** So old that it would be looked up again. */
    private static GuardReason old(CrmRecord now, OwnValues ledger, String watched, String... told) {
        ChangeEvent event =
                new ChangeEvent("s", "1", "k", "Lead", List.of("00Q"), ChangeKind.GAP, Set.of(told), null, null, NOW);
        LastLookUp last = new LastLookUp(NOW.minus(Duration.ofDays(100)), IdentifierPrint.of(THEN, PROFILE), watched);
        return Guard.crmRecord(event, Optional.of(now), PROFILE, ledger, last, NOW)
                .reason();
    }

    @Test
    void whereNothingThatIsWatchedHasChangedThereIsNothingToLookUp() {
        String then = WatchedPrint.of(THEN, PROFILE);
        assertThat(old(THEN, OwnValues.NONE, then)).isEqualTo(GuardReason.UNWATCHED);
        assertThat(old(lead("Email", " ada@acme.example", "Company", "Acme", "Fax", "555"), OwnValues.NONE, then))
                .isEqualTo(GuardReason.UNWATCHED);
        assertThat(old(lead("Email", "ada@acme.example", "Company", "Acme", "Title", "CEO"), OwnValues.NONE, then))
                .isEqualTo(GuardReason.PASSED);
        assertThat(old(lead("Company", "Acme"), OwnValues.NONE, then))
                .as("taken away")
                .isEqualTo(GuardReason.PASSED);
        assertThat(old(THEN, OwnValues.NONE, null)).as("unknown").isEqualTo(GuardReason.PASSED);
        assertThat(old(THEN, OwnValues.NONE, then.substring(8)))
                .as("of another profile")
                .isEqualTo(GuardReason.PASSED);
        assertThat(old(THEN, OwnValues.NONE, then, "Email")).as("told").isEqualTo(GuardReason.PASSED);
        // what we have written since
        CrmRecord filled = lead("Email", "ada@acme.example", "Company", "Acme", "Title", "CTO");
        assertThat(old(filled, (type, id, field, hash) -> field.equals("Title"), then))
                .isEqualTo(GuardReason.UNWATCHED);
    }

    @Test
    void aCorrectedIdentifierIsLookedUpAgain() {
        CrmRecord corrected = lead("Email", "ada@example.com", "Company", "Acme");
        assertThat(gap(corrected, OwnValues.NONE)).isEqualTo(GuardReason.PASSED);
        assertThat(reason(ChangeKind.UPDATE, corrected, OwnValues.NONE, IdentifierPrint.of(THEN, PROFILE)))
                .isEqualTo(GuardReason.PASSED);
        assertThat(gap(lead("Email", "ada@acme.example", "Company", "Acme", "FirstName", "Ada"), OwnValues.NONE))
                .isEqualTo(GuardReason.PASSED);
    }

    @Test
    void otherChangesAndOtherSpellingsAreNot() {
        assertThat(gap(lead("Email", " ADA@acme.example", "Company", "Acme", "Title", "CEO"), OwnValues.NONE))
                .isEqualTo(GuardReason.FRESH);
        // an identifier that was taken away
        assertThat(gap(lead("Company", "Acme"), OwnValues.NONE)).isEqualTo(GuardReason.FRESH);
    }

    @Test
    void norIsWhatWeWroteOurselves() {
        String ours = "https://www.linkedin.com/in/ada-example";
        OwnValues ledger =
                (type, id, field, hash) -> field.equals("LinkedIn_URL__c") && hash.equals(ValueHash.of(ours));
        CrmRecord now = lead("Email", "ada@acme.example", "Company", "Acme", "LinkedIn_URL__c", ours);
        assertThat(gap(now, ledger)).isEqualTo(GuardReason.FRESH);
        // together with an event of ours that came without our tag
        assertThat(gap(now, ledger, "LinkedIn_URL__c")).isEqualTo(GuardReason.FRESH);
        assertThat(gap(now, OwnValues.NONE, "LinkedIn_URL__c")).isEqualTo(GuardReason.PASSED);
    }

    @Test
    void whereNobodyKnowsByWhatItWasLookedUpTheTimeOfTheChangeDecides() {
        assertThat(unknown(YESTERDAY.plusSeconds(30))).isEqualTo(GuardReason.FRESH);
        assertThat(unknown(YESTERDAY.plus(Duration.ofHours(1)))).isEqualTo(GuardReason.PASSED);
        assertThat(unknown(null)).isEqualTo(GuardReason.FRESH);
    }

    @Test
    void whatIsDueOrNewStaysFresh() {
        CrmRecord corrected = lead("Email", "ada@example.com");
        String print = IdentifierPrint.of(THEN, PROFILE);
        assertThat(reason(ChangeKind.DUE, corrected, OwnValues.NONE, print)).isEqualTo(GuardReason.FRESH);
        assertThat(reason(ChangeKind.CREATE, corrected, OwnValues.NONE, print, "Email"))
                .isEqualTo(GuardReason.FRESH);
    }

    private static GuardReason unknown(Instant modified) {
        CrmRecord now =
                lead("Email", "ada@example.com", "LastModifiedDate", modified == null ? null : modified.toString());
        return reason(ChangeKind.GAP, now, OwnValues.NONE, null);
    }
}
