/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.guard.Guard;
import io.github.camelleadiq.routes.core.guard.GuardReason;
import io.github.camelleadiq.routes.core.guard.Us;
import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeEventsTest {
    private static final String SOURCE = "salesforce:/data/LeadChangeEvent";
    private static final String ID = "00Q000000000001EAA";
    private static final String HEADER =
            """
            "entityName": "Lead", "recordIds": ["%s"], "changeType": "%s", "changeOrigin": "com/salesforce/api/rest/60.0;client=x",
            "transactionKey": "0001", "sequenceNumber": 2, "commitTimestamp": 1767225600000, "commitNumber": 77,
            "commitUser": "005000000000001AAA", "nulledFields": [], "changedFields": ["Name.LastName", "MailingAddress.City", "Email"]
            """;

    @Test
    void anEventSaysWhatHappened() {
        ChangeEvent event = parse("UPDATE", ID, "");
        assertThat(event.source()).isEqualTo(SOURCE);
        assertThat(event.position()).isEqualTo("4711");
        assertThat(event.dedupeKey()).startsWith("0001:2:77:UPDATE:");
        assertThat(parse("UPDATE", ID, "").dedupeKey()).isEqualTo(event.dedupeKey());
        assertThat(event.recordIds()).containsExactly(ID);
        assertThat(event.kind()).isEqualTo(ChangeKind.UPDATE);
        assertThat(event.changedFields())
                .containsExactlyInAnyOrder("Name.LastName", "MailingAddress.City", "MailingCity", "Email");
        assertThat(event.origin()).isEqualTo("com/salesforce/api/rest/60.0;client=x");
        assertThat(event.user()).isEqualTo("005000000000001AAA");
        assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** Gap events are not counted: each is the first of its transaction. */
    @Test
    void eventsOfOneTransactionThatAreNotCountedAreSeveral() {
        assertThat(Stream.of(
                                parse("UPDATE", ID, ""),
                                parse("GAP_UPDATE", ID, ""),
                                parse("GAP_UPDATE", "00Q000000000002EAA", ""),
                                parse("GAP_CREATE", "00Q000000000002EAA", ""))
                        .map(ChangeEvent::dedupeKey))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE, CREATE",
        "DELETE, DELETE",
        "UNDELETE, UNDELETE",
        "GAP_CREATE, GAP",
        "GAP_UPDATE, GAP",
        "GAP_DELETE, DELETE",
        "GAP_UNDELETE, GAP"
    })
    void everyKindIsKnown(String type, ChangeKind kind) {
        assertThat(parse(type, ID, "").kind()).isEqualTo(kind);
    }

    @Test
    void severalRecordsAreOneEvent() {
        assertThat(parse("UPDATE", ID + "\", \"00Q000000000002EAA\", \"" + ID, "")
                        .recordIds())
                .containsExactly(ID, "00Q000000000002EAA");
    }

    @Test
    void aCompoundThatIsNamedCountsForItsParts() {
        String json = json("UPDATE", ID, "")
                .replace("\"Name.LastName\", \"MailingAddress.City\"", "\"Name\", \"MailingAddress\", \"Address\"");
        assertThat(ChangeEventParser.parse(json, SOURCE).changedFields())
                .contains("Name", "FirstName", "LastName", "MailingAddress", "MailingCity", "MailingCountryCode")
                .contains("Address", "City", "Street", "Email")
                .doesNotContain("Mailing", "");
        EnrichmentProfile profile = Fixtures.profile("mapping: {City: person.city}\nwatched: [City, LastName]");
        for (String whole : List.of("Name", "Address")) {
            String only = json.replace("\"Name\", \"MailingAddress\", \"Address\", \"Email\"", "\"" + whole + "\"");
            assertThat(Guard.event(ChangeEventParser.parse(only, SOURCE), profile, new Us(null, null))
                            .reason())
                    .as(whole)
                    .isEqualTo(GuardReason.PASSED);
        }
    }

    @Test
    void idsThatStandForAllAreAnOverflow() {
        assertThat(parse("UPDATE", "00Q*", "")).satisfies(e -> {
            assertThat(e.kind()).isEqualTo(ChangeKind.OVERFLOW);
            assertThat(e.recordIds()).isEmpty();
        });
        assertThat(parse("GAP_OVERFLOW", "000000000000000AAA", "").kind()).isEqualTo(ChangeKind.OVERFLOW);
    }

    @Test
    void aMergedRecordPointsToTheOneThatHasItsValues() {
        ChangeEvent event = parse("DELETE", ID, ", \"MasterRecordId\": \"00Q000000000009EAA\"");
        assertThat(event.kind()).isEqualTo(ChangeKind.GAP);
        assertThat(event.recordIds()).containsExactly("00Q000000000009EAA");
    }

    @Test
    void withoutATransactionTheReplayIdTellsEventsApart() {
        assertThat(ChangeEventParser.parse(json("UPDATE", ID, "").replace("0001\"", "\""), SOURCE)
                        .dedupeKey())
                .isEqualTo("replay:4711");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "}{ secret",
                "[]",
                "\"secret\"",
                "{\"payload\": {\"Email\": \"secret\"}}",
                "{\"payload\": {\"ChangeEventHeader\": {}}}",
                "{\"payload\": {\"ChangeEventHeader\": {\"entityName\": 7, \"recordIds\": \"secret\", \"changeType\": []}}}",
                "{\"payload\": {\"ChangeEventHeader\": {\"entityName\": \"Lead\", \"recordIds\": [\"00Q000000000001EAA\"],"
                        + " \"changeType\": \"TELEPORT secret\"}}}"
            })
    void whatIsNoEventIsRefusedWithoutItsContent(String json) {
        assertThatThrownBy(() -> ChangeEventParser.parse(json, SOURCE))
                .isInstanceOf(MalformedEventException.class)
                .hasNoCause()
                .message()
                .doesNotContain("secret");
    }

    @Test
    void customObjectsHaveTheirOwnChannel() {
        assertThat(SalesforceChangesEndpoint.defaultChannel("Gadget__c")).isEqualTo("/data/Gadget__ChangeEvent");
        assertThat(SalesforceChangesEndpoint.defaultChannel("Lead")).isEqualTo("/data/LeadChangeEvent");
    }

    private static ChangeEvent parse(String type, String ids, String more) {
        return ChangeEventParser.parse(json(type, ids, more), SOURCE);
    }

    private static String json(String type, String ids, String more) {
        return "{\"channel\": \"/data/LeadChangeEvent\", \"data\": {\"schema\": \"x\", \"payload\": {\"ChangeEventHeader\": {"
                + HEADER.formatted(ids, type) + "}" + more + "}, \"event\": {\"replayId\": 4711}}}";
    }
}
