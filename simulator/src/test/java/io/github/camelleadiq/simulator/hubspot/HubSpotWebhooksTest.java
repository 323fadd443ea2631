/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import static io.github.camelleadiq.simulator.hubspot.HubSpotCaller.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.github.camelleadiq.simulator.SimulatorClock;
import io.github.camelleadiq.simulator.hubspot.WebhookTarget.Format;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubSpotWebhooksTest {
    private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";

    private final SimulatorClock clock = new SimulatorClock();
    private final HubSpotSimulator simulator =
            HubSpotSimulator.builder().clock(clock).start();
    private final ConcurrentLinkedQueue<JsonNode> heard = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Map<String, List<String>>> headers = new ConcurrentLinkedQueue<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private HttpServer receiver;

    @BeforeEach
    void receive() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            JsonNode events = HubSpotCaller.JSON.readTree(exchange.getRequestBody());
            Integer status;
            synchronized (statuses) {
                status = statuses.poll();
            }
            headers.add(exchange.getRequestHeaders());
            heard.add(events);
            exchange.sendResponseHeaders(status == null ? 204 : status, -1);
            exchange.close();
        });
        receiver.start();
        simulator.webhooks().retryWait(Duration.ofMillis(1));
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        simulator.close();
    }

    @Test
    void classicEventsTellWhatPeopleAndAppsDo() {
        simulator.webhooks().subscribe(target(Format.CLASSIC));
        String id = simulator.create("contacts", Map.of("lastname", "Doe"));
        new HubSpotCaller(simulator, "2026-09")
                .update("contacts", input(id, Map.of("jobtitle", "CEO", "lastname", "Doe")));
        List<JsonNode> events = arrive(3);
        JsonNode creation = one(events, "contact.creation");
        assertThat(creation.get("objectId").asText()).isEqualTo(id);
        assertThat(creation.get("portalId").asLong()).isEqualTo(HubSpotSimulator.PORTAL_ID);
        assertThat(creation.get("occurredAt").asLong()).isEqualTo(clock.millis());
        assertThat(creation.get("changeFlag").asText()).isEqualTo("CREATED");
        assertThat(creation.get("changeSource").asText()).isEqualTo("CRM_UI");
        assertThat(creation.get("sourceId").asText()).isEqualTo("userId:" + HubSpotSimulator.HUMAN_USER);
        assertThat(creation.has("objectTypeId")).isFalse();
        JsonNode ours = events.stream()
                .filter(e -> e.path("propertyName").asText().equals("jobtitle"))
                .findFirst()
                .orElseThrow();
        assertThat(ours.get("propertyValue").asText()).isEqualTo("CEO");
        assertThat(ours.get("changeSource").asText()).isEqualTo("INTEGRATION");
        assertThat(ours.get("sourceId").isTextual()).isTrue();
        assertThat(ours.get("sourceId").asLong()).isEqualTo(HubSpotSimulator.APP_ID);
        assertThat(ours.get("appId").isNumber()).isTrue();
    }

    @Test
    void genericEventsNameTheObjectByItsTypeId() {
        simulator.webhooks().subscribe(target(Format.GENERIC).watching("domain").appId(7));
        String id = simulator.create("companies", Map.of("name", "Acme", "domain", "acme.example"));
        simulator.delete("companies", id);
        simulator.restore("companies", id);
        List<JsonNode> events = arrive(4);
        assertThat(events)
                .allMatch(e -> e.get("objectTypeId").asText().equals("0-2")
                        && e.get("appId").asInt() == 7);
        assertThat(one(events, "object.propertyChange").get("propertyName").asText())
                .isEqualTo("domain");
        one(events, "object.creation");
        one(events, "object.deletion");
        one(events, "object.restore");
    }

    @Test
    void mergesTellTheNewId() {
        simulator.webhooks().subscribe(target(Format.CLASSIC));
        String first = simulator.seed("contacts", Map.of("lastname", "Doe"));
        String second = simulator.seed("contacts", Map.of("city", "Oslo"));
        String merged = simulator.merge("contacts", first, second);
        JsonNode event = one(arrive(1), "contact.merge");
        assertThat(event.get("newObjectId").asText()).isEqualTo(merged);
        assertThat(event.get("primaryObjectId").asText()).isEqualTo(first);
        assertThat(event.get("mergedObjectIds").toString()).isEqualTo("[" + first + "," + second + "]");
        assertThat(event.get("numberOfPropertiesMoved").asInt()).isEqualTo(1);
    }

    @Test
    void erasureIsTwoEventsAndNothingIsLeft() {
        simulator.webhooks().subscribe(target(Format.GENERIC));
        String id = simulator.seed("contacts", Map.of("lastname", "Doe"));
        simulator.privacyDelete(id);
        List<JsonNode> events = arrive(2);
        assertThat(one(events, "contact.privacyDeletion").has("objectTypeId")).isFalse();
        one(events, "object.deletion");
        assertThat(simulator.record("contacts", id)).isNull();
    }

    @Test
    void sensitiveAndCalculatedPropertiesTellLess() {
        simulator.define("contacts", simulator.property("contacts", "phone").sensitive(true));
        simulator.webhooks().subscribe(target(Format.CLASSIC));
        String id = simulator.seed("contacts", Map.of("lastname", "Doe"));
        simulator.humanUpdate("contacts", id, Map.of("phone", "+1 212 555 0100"));
        JsonNode event = one(arrive(1), "contact.propertyChange");
        assertThat(event.get("propertyValue").asText()).isEqualTo("REDACTED");
        assertThat(event.get("isSensitive").asBoolean()).isTrue();
    }

    @Test
    void signaturesCoverThePublicUri() {
        // the vector of HubSpot's documentation
        WebhookSigner signer = new WebhookSigner(SECRET, "https://www.example.com/webhook_uri");
        byte[] body = "{'example_field':'example_value'}".getBytes(StandardCharsets.UTF_8);
        assertThat(signer.headers(body, 1_700_000_300_000L))
                .containsEntry("X-HubSpot-Signature-v3", "RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw=");
        assertThat(new WebhookSigner(SECRET, "https://www.example.com%2fwebhook_uri").headers(body, 1_700_000_300_000L))
                .isEqualTo(signer.headers(body, 1_700_000_300_000L));
        assertThat(new WebhookSigner(SECRET, "https://www.example.com/webhook%5furi").headers(body, 1_700_000_300_000L))
                .isNotEqualTo(signer.headers(body, 1_700_000_300_000L));
        simulator.webhooks().subscribe(target(Format.CLASSIC).publicUrl(URI.create("https://www.example.com/a")));
        simulator.create("contacts", Map.of());
        arrive(1);
        assertThat(headers.peek())
                .containsEntry("X-hubspot-request-timestamp", List.of(String.valueOf(clock.millis())))
                .containsKeys("X-hubspot-signature-v3", "X-hubspot-signature");
    }

    @Test
    void whatIsRefusedIsSentAgain() {
        statuses.addAll(List.of(401, 503, 404));
        simulator.webhooks().subscribe(target(Format.CLASSIC));
        simulator.create("contacts", Map.of());
        arrive(4);
        await().until(() -> simulator.webhooks().undelivered() == 0);
        assertThat(simulator.webhooks().deliveries())
                .extracting(WebhookDelivery::status)
                .containsExactly(401, 503, 404, 204);
        assertThat(heard).extracting(e -> e.at("/0/attemptNumber").asInt()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void afterTenRetriesItIsGivenUp() {
        IntStream.range(0, 11).forEach(i -> statuses.add(500));
        simulator.webhooks().subscribe(target(Format.CLASSIC));
        simulator.create("contacts", Map.of());
        await().until(() -> simulator.webhooks().abandoned() == 1);
        assertThat(simulator.webhooks().deliveries()).hasSize(11);
        assertThat(simulator.webhooks().undelivered()).isZero();
    }

    @Test
    void eventsComeTwiceAndInAnyOrderAHundredAtATime() {
        simulator.webhooks().disorder(1, 0.2).subscribe(target(Format.CLASSIC));
        simulator.webhooks().pause();
        for (int i = 0; i < 500; i++) {
            simulator.create("contacts", Map.of());
            clock.set(Instant.ofEpochMilli(clock.millis() + 1));
        }
        assertThat(heard).isEmpty();
        simulator.webhooks().resume();
        await().until(() -> simulator.webhooks().undelivered() == 0);
        List<Long> ids = all().stream().map(e -> e.get("objectId").asLong()).toList();
        assertThat(ids.stream().distinct().count()).isEqualTo(500);
        assertThat(ids)
                .hasSizeBetween(550, 650)
                .isNotEqualTo(ids.stream().sorted().toList());
        assertThat(heard).allMatch(delivery -> delivery.size() <= 100);
        assertThat(heard.peek().findValuesAsText("occurredAt"))
                .isNotEqualTo(heard.peek().findValuesAsText("occurredAt").stream()
                        .sorted()
                        .toList());
        assertThat(all().stream().map(e -> e.get("eventId").asInt()).distinct().count())
                .isLessThan(500);
    }

    private WebhookTarget target(Format format) {
        return new WebhookTarget(
                URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook"), SECRET, format);
    }

    private List<JsonNode> arrive(int events) {
        await().until(() -> all().size() >= events);
        List<JsonNode> all = all();
        assertThat(all).hasSize(events);
        return all;
    }

    private List<JsonNode> all() {
        List<JsonNode> all = new ArrayList<>();
        heard.forEach(delivery -> delivery.forEach(all::add));
        return all;
    }

    private static JsonNode one(List<JsonNode> events, String subscriptionType) {
        List<JsonNode> found = events.stream()
                .filter(e -> e.get("subscriptionType").asText().equals(subscriptionType))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
