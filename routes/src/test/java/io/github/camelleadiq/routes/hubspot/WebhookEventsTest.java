/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.ChangeKind;
import io.github.camelleadiq.routes.hubspot.WebhookEvents.Ignored;
import io.github.camelleadiq.routes.hubspot.WebhookEvents.NoEventsException;
import io.github.camelleadiq.routes.hubspot.WebhookEvents.Ours;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEventsTest {
    private static final Ours OURS = new Ours("4711", "99", Set.of("99", "1234"), "leadiq");
    private static final String REST =
            "\"portalId\": 4711, \"appId\": 99, \"occurredAt\": 1767225600000, \"eventId\": 1, \"subscriptionId\": 7";

    private static WebhookEvents parse(String... events) {
        try {
            return WebhookEvents.parse(("[" + String.join(",", events) + "]").getBytes(StandardCharsets.UTF_8), OURS);
        } catch (NoEventsException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String event(String members) {
        return "{" + REST + "," + members + "}";
    }

    private static ChangeEvent change(String members) {
        List<ChangeEvent> changes = parse(event(members)).changes();
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "creation,CREATE",
        "deletion,DELETE",
        "restore,UNDELETE",
    })
    void bothFormatsSayTheSame(String what, ChangeKind kind) {
        ChangeEvent classic = change("\"subscriptionType\": \"contact." + what + "\", \"objectId\": 541935488729");
        ChangeEvent generic = change(
                "\"subscriptionType\": \"object." + what + "\", \"objectTypeId\": \"0-1\", \"objectId\": 541935488729");

        assertThat(classic).isEqualTo(generic);
        assertThat(classic.kind()).isEqualTo(kind);
        assertThat(classic.objectType()).isEqualTo("contacts");
        assertThat(classic.recordIds()).containsExactly("541935488729");
        assertThat(classic.source()).isEqualTo("hubspot:4711");
        assertThat(classic.position()).isNull();
        assertThat(classic.occurredAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void aPropertyThatChangedIsNamed() {
        ChangeEvent change = change("\"subscriptionType\": \"company.propertyChange\", \"objectId\": 5,"
                + " \"propertyName\": \"domain\", \"propertyValue\": \"acme.example\", \"changeSource\": \"CRM_UI\","
                + " \"sourceId\": \"userId:17\"");

        assertThat(change.objectType()).isEqualTo("companies");
        assertThat(change.kind()).isEqualTo(ChangeKind.UPDATE);
        assertThat(change.changedFields()).containsExactly("domain");
        assertThat(change.user()).isEqualTo("userId:17");
        assertThat(change.origin()).isEqualTo("CRM_UI");
        assertThat(change.toString()).doesNotContain("acme.example");
    }

    /** The source of our own writes need not be the app of the subscription. */
    @ParameterizedTest
    @CsvSource({
        "INTEGRATION,99,true",
        "INTEGRATION,1234,true",
        "INTEGRATION,12345,false",
        "CRM_UI,99,false",
    })
    void ourOwnChangesCarryOurTag(String source, String id, boolean isOurs) {
        String origin = change("\"subscriptionType\": \"contact.propertyChange\", \"objectId\": 5,"
                        + " \"propertyName\": \"email\", \"changeSource\": \"" + source + "\", \"sourceId\": \"" + id
                        + "\"")
                .origin();

        assertThat(origin.contains("client=leadiq")).isEqualTo(isOurs);
    }

    @Test
    void whatIsMergedGoesOnUnderItsNewId() {
        ChangeEvent merge = change("\"subscriptionType\": \"contact.merge\", \"objectId\": 5, \"primaryObjectId\": 5,"
                + " \"mergedObjectIds\": [6], \"newObjectId\": 7");

        assertThat(merge.kind()).isEqualTo(ChangeKind.GAP);
        assertThat(merge.recordIds()).containsExactly("7");
        assertThat(change("\"subscriptionType\": \"contact.merge\", \"objectId\": 5")
                        .recordIds())
                .containsExactly("5");
    }

    @Test
    void deliveriesOfOneEventHaveOneKey() {
        String what = "\"subscriptionType\": \"contact.propertyChange\", \"objectId\": 5, \"propertyName\": \"email\"";
        String first = change(what + ", \"propertyValue\": \"a@example.com\", \"attemptNumber\": 0")
                .dedupeKey();

        assertThat(change(what + ", \"propertyValue\": \"a@example.com\", \"attemptNumber\": 3, \"subscriptionId\": 8,"
                                + " \"eventId\": 2")
                        .dedupeKey())
                .isEqualTo(first);
        assertThat(change(what + ", \"propertyValue\": \"b@example.com\"").dedupeKey())
                .isNotEqualTo(first);
    }

    @Test
    void aPrivacyDeletionIsNoChange() {
        WebhookEvents events = parse(event("\"subscriptionType\": \"contact.privacyDeletion\", \"objectId\": 5"));

        assertThat(events.changes()).isEmpty();
        assertThat(events.privacyDeletions()).singleElement().satisfies(deletion -> {
            assertThat(deletion.objectType()).isEqualTo("contacts");
            assertThat(deletion.recordId()).isEqualTo("5");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'portalId': 1, 'subscriptionType': 'contact.creation', 'objectId': 5, 'occurredAt': 1}|FOREIGN_PORTAL",
                "{'portalId': 4711, 'appId': 1, 'subscriptionType': 'contact.creation', 'objectId': 5, 'occurredAt': 1}|FOREIGN_APP",
                "{'portalId': 4711, 'appId': 99, 'subscriptionType': 'deal.creation', 'objectId': 5, 'occurredAt': 1}|OTHER_SUBSCRIPTION",
                "{'portalId': 4711, 'appId': 99, 'subscriptionType': 'contact.associationChange', 'objectId': 5, 'occurredAt': 1}|OTHER_SUBSCRIPTION",
                "{'portalId': 4711, 'appId': 99, 'subscriptionType': 'object.creation', 'objectTypeId': '0-136', 'objectId': 5, 'occurredAt': 1}|OTHER_SUBSCRIPTION",
                "{'portalId': 4711, 'appId': 99, 'subscriptionType': 'contact', 'objectId': 5, 'occurredAt': 1}|OTHER_SUBSCRIPTION",
                "{'portalId': 4711, 'appId': 99, 'subscriptionType': 'contact.creation', 'occurredAt': 1}|MALFORMED",
                "{'portalId': 4711, 'appId': 99, 'subscriptionType': 'contact.creation', 'objectId': -5, 'occurredAt': 1}|MALFORMED",
                "{'portalId': 4711, 'appId': 99, 'subscriptionType': 'contact.creation', 'objectId': [5], 'occurredAt': 1}|MALFORMED",
                "{'portalId': 4711, 'appId': 99, 'subscriptionType': 'contact.creation', 'objectId': 5, 'occurredAt': 'now'}|MALFORMED",
                "{'portalId': 4711, 'appId': 99, 'subscriptionType': 'contact.propertyChange', 'objectId': 5, 'occurredAt': 1}|MALFORMED",
                "null|MALFORMED",
                "7|MALFORMED",
            })
    void whatIsOfNoUseIsCountedAndKeepsNothingFromTheRest(String event, Ignored why) {
        WebhookEvents events =
                parse(event.replace('\'', '"'), event("\"subscriptionType\": \"contact.creation\", \"objectId\": 5"));

        assertThat(events.ignored()).isEqualTo(Map.of(why, 1));
        assertThat(events.changes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "7", "\"a\"", "null", "[", "[{}", "<html></html>", "[1] 2"})
    void whatIsNoArrayIsRefusedWithoutSayingWhatItIs(String body) {
        assertThatThrownBy(() -> WebhookEvents.parse(body.getBytes(StandardCharsets.UTF_8), OURS))
                .isInstanceOf(NoEventsException.class)
                .hasMessageMatching("is not (JSON|an array)");
    }

    @Test
    void anArrayOfTooManyIsRefused() {
        String body = "[" + "{},".repeat(WebhookEvents.MOST) + "{}]";

        assertThatThrownBy(() -> WebhookEvents.parse(body.getBytes(StandardCharsets.UTF_8), OURS))
                .isInstanceOf(NoEventsException.class);
    }
}
