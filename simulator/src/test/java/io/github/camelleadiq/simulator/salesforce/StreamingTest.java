/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.simulator.salesforce.stream.ChangeType;
import io.github.camelleadiq.simulator.salesforce.stream.MalformedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamingTest {
    private static final String LEADS = "/data/LeadChangeEvent";
    private static final String ALL = "/data/ChangeEvents";

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE =
            new SalesforceSimulatorExtension(SalesforceSimulator.builder().personAccounts(true));

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private SalesforceCaller caller;
    private Listener listener;

    @BeforeEach
    void connect() throws Exception {
        caller = new SalesforceCaller(simulator);
        listener = new Listener(simulator, () -> caller.token()).handshake();
    }

    @AfterEach
    void disconnect() {
        listener.close();
    }

    @Test
    void everyWriteIsTold() throws Exception {
        listener.subscribe(LEADS, -1);
        String lead = lead("Doe");
        caller.update(
                "Lead",
                List.of(new HashMap<>(Map.of("id", lead, "FirstName", "Jo", "Title", "CTO"))),
                "Sforce-Call-Options",
                "client=leadiq-test");
        Map<String, Object> blank = new HashMap<>();
        blank.put("Title", null);
        simulator.humanUpdate("Lead", lead, blank);
        simulator.delete("Lead", lead);
        simulator.undelete("Lead", lead);
        received(5);
        assertThat(listener.headers())
                .extracting(h -> h.get("changeType"))
                .containsExactly("CREATE", "UPDATE", "UPDATE", "DELETE", "UNDELETE");
        Map<String, Object> update = listener.headers().get(1);
        assertThat(update)
                .containsEntry("entityName", "Lead")
                .containsEntry("changeOrigin", "com/salesforce/api/rest/60.0;client=leadiq-test")
                .containsEntry("commitUser", SalesforceSimulator.API_USER)
                .containsKeys("transactionKey", "sequenceNumber", "commitTimestamp", "commitNumber", "diffFields");
        assertThat(list(update, "recordIds")).containsExactly(lead);
        assertThat(list(update, "changedFields"))
                .containsExactlyInAnyOrder("Name.FirstName", "Title", "LastModifiedById", "LastModifiedDate");
        Map<String, Object> body = Listener.at(listener.received().get(1), "payload");
        assertThat(body).containsOnlyKeys("ChangeEventHeader", "Name", "Title", "LastModifiedById", "LastModifiedDate");
        assertThat(body.get("Name")).isEqualTo(Map.of("FirstName", "Jo"));
        Map<String, Object> human = listener.headers().get(2);
        assertThat(human).containsEntry("changeOrigin", "").containsEntry("commitUser", SalesforceSimulator.HUMAN_USER);
        assertThat(list(human, "nulledFields")).containsExactly("Title");
        Map<String, Object> deletion = Listener.at(listener.received().get(3), "payload");
        assertThat(deletion).containsOnlyKeys("ChangeEventHeader");
        assertThat(simulator.eventsSent()).isEqualTo(5);
    }

    @Test
    void anUpdateThatChangesNothingIsNotTold() {
        String lead = lead("Doe");
        long before = simulator.eventsSent();
        caller.update("Lead", List.of(Map.of("id", lead, "LastName", "Doe")));
        assertThat(simulator.eventsSent()).isEqualTo(before);
        assertThat(simulator.history(lead)).hasSize(2);
    }

    @Test
    void oneRequestIsOneTransaction() throws Exception {
        simulator.rules().mergedEvents(false);
        listener.subscribe(ALL, -1);
        List<Map<String, Object>> updates = IntStream.range(0, 3)
                .<Map<String, Object>>mapToObj(i -> Map.of("id", lead("Doe" + i), "Title", "Same"))
                .toList();
        caller.update("Lead", updates);
        received(6);
        List<Map<String, Object>> headers = listener.headers().subList(3, 6);
        assertThat(headers)
                .extracting(h -> h.get("transactionKey"))
                .containsOnly(headers.get(0).get("transactionKey"));
        assertThat(headers).extracting(h -> h.get("sequenceNumber")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void theSameChangeOfManyRecordsIsOneEvent() throws Exception {
        List<Object> ids =
                IntStream.range(0, 200).<Object>mapToObj(i -> lead("Doe" + i)).toList();
        listener.subscribe(LEADS, -1);
        List<Map<String, Object>> updates = new ArrayList<>();
        ids.forEach(id -> updates.add(Map.of("id", id, "Title", "Same")));
        updates.set(7, Map.of("id", ids.get(7), "Title", "Another"));
        caller.update("Lead", updates);
        received(2);
        assertThat(list(listener.headers().get(0), "recordIds"))
                .hasSize(199)
                .doesNotContain(ids.get(7))
                .startsWith(ids.get(0));
        assertThat(list(listener.headers().get(1), "recordIds")).containsExactly(ids.get(7));
        assertThat(listener.headers()).extracting(h -> h.get("sequenceNumber")).containsExactly(1L, 2L);
    }

    @Test
    void gapEventsOfOneTransactionLookAlike() throws Exception {
        List<Object> ids =
                IntStream.range(0, 3).<Object>mapToObj(i -> lead("Doe" + i)).toList();
        listener.subscribe(LEADS, -1);
        simulator.streaming().gaps(change -> !change.ids().contains(ids.get(0)));
        List<Map<String, Object>> updates = new ArrayList<>();
        ids.forEach(id -> updates.add(Map.of("id", id, "Title", "Title of " + id)));
        caller.update("Lead", updates);
        received(3);
        assertThat(listener.headers())
                .extracting(h -> h.get("changeType"))
                .containsExactly("UPDATE", "GAP_UPDATE", "GAP_UPDATE");
        for (String same : List.of("transactionKey", "sequenceNumber", "commitNumber", "commitTimestamp")) {
            assertThat(listener.headers())
                    .extracting(h -> h.get(same))
                    .as(same)
                    .containsOnly(listener.headers().get(0).get(same));
        }
        assertThat(list(listener.headers().get(2), "recordIds")).containsExactly(ids.get(2));
        assertThat(Listener.<Map<String, Object>>at(listener.received().get(2), "payload"))
                .containsOnlyKeys("ChangeEventHeader");
    }

    @Test
    void aPersonAccountIsTwoEvents() throws Exception {
        listener.subscribe(ALL, -1);
        String person = simulator.create("Account", Map.of("FirstName", "Pat", "LastName", "Person"));
        simulator.humanUpdate("Account", person, Map.of("Industry", "Retail"));
        simulator.humanUpdate("Account", person, Map.of("PersonTitle", "CTO"));
        simulator.humanUpdate("Account", person, Map.of("PersonTitle", "CTO"));
        simulator.delete("Account", person);
        received(8);
        assertThat(listener.headers())
                .extracting(h -> h.get("entityName") + " " + h.get("changeType") + " " + h.get("sequenceNumber"))
                .containsExactly(
                        "Account CREATE 1",
                        "Contact CREATE 2",
                        "Account UPDATE 1",
                        "Contact UPDATE 2",
                        "Account UPDATE 1",
                        "Contact UPDATE 2",
                        "Account DELETE 1",
                        "Contact DELETE 2");
        assertThat(list(listener.headers().get(2), "changedFields"))
                .containsExactlyInAnyOrder("Industry", "LastModifiedDate");
        assertThat(list(listener.headers().get(3), "changedFields")).containsExactly("LastModifiedDate");
        assertThat(list(listener.headers().get(4), "changedFields")).contains("PersonTitle");
        assertThat(list(listener.headers().get(5), "changedFields")).contains("Title");
        assertThat(Listener.<Map<String, Object>>at(listener.received().get(0), "payload"))
                .containsEntry(
                        "PersonContactId",
                        list(listener.headers().get(1), "recordIds").get(0));
    }

    @Test
    void aConversionIsOneTransaction() throws Exception {
        listener.subscribe(ALL, -1);
        String lead = lead("Doe");
        simulator.convert(lead);
        received(4);
        List<Map<String, Object>> headers = listener.headers().subList(1, 4);
        assertThat(headers)
                .extracting(h -> h.get("entityName") + " " + h.get("changeType") + " " + h.get("sequenceNumber"))
                .containsExactly("Account CREATE 1", "Contact CREATE 2", "Lead UPDATE 3");
        assertThat(headers)
                .extracting(h -> h.get("transactionKey"))
                .containsOnly(headers.get(0).get("transactionKey"));
        assertThat(list(headers.get(2), "changedFields"))
                .containsExactlyInAnyOrder(
                        "Status", "IsConverted", "ConvertedDate", "ConvertedAccountId", "ConvertedContactId");
        assertThat(Listener.<String>at(listener.received().get(3), "payload", "ConvertedDate"))
                .matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void eventsAreReplayedFromWhereOneWants() throws Exception {
        lead("First");
        lead("Second");
        assertThat(listener.subscribe(LEADS, -2)).containsEntry("successful", true);
        received(2);
        long first = Listener.<Number>at(listener.received().get(0), "event", "replayId")
                .longValue();
        listener.unsubscribe(LEADS);
        assertThat(listener.subscribe(LEADS, first).isSuccessful()).isTrue();
        received(3);
        assertThat(listener.received().get(2)).isEqualTo(listener.received().get(1));
        listener.unsubscribe(LEADS);
        simulator.streaming().expireAll();
        Message refused = listener.subscribe(LEADS, first);
        assertThat(refused.isSuccessful()).isFalse();
        assertThat(refused.get("error").toString())
                .startsWith("400::The replayId {" + first + "} you provided was invalid.");
        assertThat(listener.subscribe("/data/NopeChangeEvent", -1).isSuccessful())
                .isFalse();
    }

    @Test
    void manyEventsComeInOrderAndOnce() throws Exception {
        IntStream.range(0, 3_000).forEach(i -> lead("Doe"));
        listener.subscribe(LEADS, -2);
        received(3_000);
        List<Long> ids = listener.received().stream()
                .map(data -> Listener.<Number>at(data, "event", "replayId").longValue())
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void nobodyGetsInWithoutAToken() throws Exception {
        try (Listener stranger = new Listener(simulator, () -> "stolen").handshake()) {
            Message refused = stranger.replies().get(0);
            assertThat(refused.isSuccessful()).isFalse();
            assertThat(Listener.<String>at(refused, "ext", "sfdc", "failureReason"))
                    .isEqualTo("401::Authentication invalid");
            assertThat(refused.getAdvice()).containsEntry("reconnect", "none");
        }
    }

    @Test
    void lostSessionsAreUnknown() throws Exception {
        listener.subscribe(LEADS, -1);
        await().until(() -> {
            // again and again: a client that is between two connects is not told
            simulator.streaming().loseSessions();
            return listener.replies().stream().anyMatch(r -> "403::Unknown client".equals(r.get("error")));
        });
        // the client shakes hands again by itself; it is up to it to subscribe again
        await().until(() -> simulator.streaming().sessions() == 1);
        assertThat(simulator.streaming().subscriptions()).isZero();
        listener.unsubscribe(LEADS);
        listener.subscribe(LEADS, -1);
        lead("Heard");
        received(1);
    }

    @Test
    void theServerCanHangUp() {
        await().until(() -> {
            // again and again: a client that is between two connects is not told
            simulator.streaming().disconnectAll();
            return listener.replies().stream().anyMatch(r -> Channel.META_DISCONNECT.equals(r.getChannel()));
        });
        await().until(() -> !listener.isConnected());
    }

    @Test
    void theDeafGetNothingUntilTheySubscribeAgain() throws Exception {
        listener.subscribe(LEADS, -1);
        lead("Heard");
        received(1);
        simulator.streaming().deafen();
        lead("Missed");
        try (Listener other = new Listener(simulator, () -> caller.token()).handshake()) {
            other.subscribe(LEADS, -2);
            await().until(() -> other.received().size() == 2);
        }
        assertThat(listener.received()).hasSize(1);
        assertThat(listener.isConnected()).isTrue();
        listener.unsubscribe(LEADS);
        listener.subscribe(
                LEADS,
                Listener.<Number>at(listener.received().get(0), "event", "replayId")
                        .longValue());
        received(2);
    }

    @Test
    void eventsCanComeTwiceOrMakeNoSense() throws Exception {
        simulator.streaming().duplicates(1);
        listener.subscribe(LEADS, -1);
        lead("Doe");
        received(2);
        assertThat(Set.copyOf(listener.received())).hasSize(1);
        simulator.streaming().duplicates(0);
        for (MalformedEvent event : MalformedEvent.values()) {
            simulator.streaming().malformed("Lead", event);
        }
        received(2 + MalformedEvent.values().length);
        assertThat(listener.received().get(2)).isInstanceOf(String.class);
    }

    @Test
    void gapsAreToldWithoutFields() throws Exception {
        listener.subscribe(LEADS, -1);
        String lead = lead("Doe");
        simulator.streaming().gap(ChangeType.GAP_UPDATE, "Lead", lead);
        simulator.streaming().overflow("Lead");
        simulator.streaming().wildcard(ChangeType.UPDATE, "Lead");
        received(4);
        assertThat(listener.headers().subList(1, 4))
                .extracting(h -> h.get("changeType"))
                .containsExactly("GAP_UPDATE", "GAP_OVERFLOW", "UPDATE");
        assertThat(list(listener.headers().get(3), "recordIds")).containsExactly("00Q*");
    }

    private String lead(String lastName) {
        return simulator.create("Lead", Map.of("LastName", lastName, "Company", "Acme"));
    }

    private void received(int count) {
        await().untilAsserted(() -> assertThat(listener.received()).hasSize(count));
    }

    private static List<Object> list(Map<String, Object> header, String name) {
        Object value = header.get(name);
        return value instanceof Object[] array ? List.of(array) : List.copyOf((List<?>) value);
    }
}
