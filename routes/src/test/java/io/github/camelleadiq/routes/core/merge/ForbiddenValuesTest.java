/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.merge;

import static io.github.camelleadiq.routes.core.Fixtures.NOW;
import static io.github.camelleadiq.routes.core.Fixtures.describe;
import static io.github.camelleadiq.routes.core.Fixtures.lead;
import static io.github.camelleadiq.routes.core.Fixtures.person;
import static io.github.camelleadiq.routes.core.Fixtures.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.routes.core.FieldChange;
import io.github.camelleadiq.routes.core.match.Candidate;
import io.github.camelleadiq.routes.core.match.MatchResult;
import io.github.camelleadiq.routes.core.match.Scored;
import io.github.camelleadiq.routes.core.plan.Planner;
import io.github.camelleadiq.routes.core.plan.Rung;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and addresses that must not be used, wherever LeadIQ says so. */
class ForbiddenValuesTest {
    private static final EnrichmentProfile PROFILE =
            profile("mapping: {Phone: person.phone.direct, MobilePhone: person.phone.mobile}\ndefaultRegion: US\n");

    /** Whose mobile is verified among the personal numbers, and so is the direct number at the matched position. */
    private static Merged merge(String pastPhones, String otherPhones) {
        PersonRecord ada = person(
                """
                {"id": "p1", "name": {"first": "Ada", "last": "Example", "fullName": "Ada Example"},
                 "currentPositions": [
                   {"companyId": "c1", "phones": [{"type": "WorkPhone", "status": "Verified", "value": "(212) 555-0101"}]},
                   {"companyId": "c2", "phones": [%s]}],
                 "pastPositions": [{"companyId": "c0", "phones": [%s]}],
                 "personalPhones": [{"type": "PersonalMobile", "status": "Verified", "value": "+1 212-555-0100"}]}
                """
                        .formatted(otherPhones, pastPhones));
        var crmRecord = lead("LeadIQ_Id__c", "p1");
        var plan = Planner.plan(crmRecord, PROFILE, describe(), null, NOW);
        var match = new MatchResult.Matched(
                new Scored(new Candidate.OfPerson(ada, ada.currentPositions().get(0), Rung.EMAIL), 0.9, List.of()));
        return Merger.merge(crmRecord, PROFILE, plan, match, describe(), NOW);
    }

    private static String phone(String type, String status, String value) {
        return "{\"type\": \"" + type + "\", \"status\": \"" + status + "\", \"value\": \"" + value + "\"}";
    }

    @Test
    void anAddressWithoutAStatusIsNotTrustedAndDoesNoHarm() {
        PersonRecord ada = person(
                """
                {"id": "p1", "currentPositions": [{"companyId": "c1", "workEmail": {"value": "ada@acme.example"}}],
                 "personalEmails": [{"value": "ada@example.com"}]}
                """);
        Answer answer =
                Answer.of(new Candidate.OfPerson(ada, ada.currentPositions().get(0), Rung.EMAIL), PROFILE, lead());
        assertThat(Emails.work(answer)).isEmpty();
        assertThat(Emails.forbidden(answer)).isEmpty();
    }

    private static List<String> written(Merged merged) {
        return merged.patch().changes().stream().map(FieldChange::field).toList();
    }

    @Test
    void othersAreWritten() {
        assertThat(written(merge(phone("WorkMobile", "Invalid", "212 555 0199"), "")))
                .containsExactly("Phone", "MobilePhone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Suppressed", "Invalid"})
    void aNumberOfAPastPositionDoesNotComeInAsAPersonalOne(String status) {
        Merged merged = merge(phone("WorkMobile", status, "(212) 555 0100"), "");
        assertThat(written(merged)).containsExactly("Phone");
        assertThat(merged.refusals())
                .extracting(Refusal::field, Refusal::reason)
                .containsExactly(tuple("MobilePhone", RefusalReason.NOT_ACCEPTABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Suppressed", "Invalid"})
    void norDoesOneOfAnotherPosition(String status) {
        Merged merged = merge("", phone("WorkPhone", status, "+12125550101"));
        assertThat(written(merged)).containsExactly("MobilePhone");
    }
}
