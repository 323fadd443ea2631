/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubSpotWebhookTest {
    private static final String SECRET = "a-secret-of-a-test";
    private static final String URI = "https://hooks.example.com/hubspot";
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String EVENT = "{\"portalId\": 4711, \"appId\": 99, \"occurredAt\": 1780315200000,"
            + " \"subscriptionType\": \"contact.creation\", \"objectId\": 541935488729}";

    @TempDir
    Path directory;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<ChangeEvent> stored = new CopyOnWriteArrayList<>();
    private final HubSpotWebhook webhook = new HubSpotWebhook(Clock.fixed(NOW, ZoneOffset.UTC));
    private final CountDownLatch databaseIsBack = new CountDownLatch(1);
    private H2State h2;
    private volatile boolean isDatabaseAway;
    private volatile boolean isDatabaseSilent;

    @BeforeEach
    void start() throws Exception {
        h2 = H2State.file(directory.resolve("state"));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:changes").process(exchange -> {
                    if (isDatabaseAway) {
                        throw new IllegalStateException("the database is away");
                    }
                    if (isDatabaseSilent) {
                        databaseIsBack.await();
                    }
                    List<?> events = exchange.getMessage().getBody(List.class);
                    events.forEach(event -> stored.add((ChangeEvent) event));
                });
            }
        });
        camel.start();
        webhook.setCamelContext(camel);
        webhook.setClientSecret(SECRET);
        webhook.setPublicUri(URI);
        webhook.setPortalId("4711");
        webhook.setAppId("99");
        webhook.setOwnSources("99, 1234");
        webhook.setChangesUri("direct:changes");
        webhook.setState(EnrichmentState.open(h2.dataSource()));
    }

    @AfterEach
    void stop() {
        databaseIsBack.countDown();
        camel.stop();
        h2.close();
    }

    private Exchange delivery(Object body, byte[] signed, Map<String, Object> more) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setHeader(HubSpotWebhook.TIMESTAMP, String.valueOf(NOW.toEpochMilli()));
        exchange.getMessage()
                .setHeader(
                        HubSpotWebhook.SIGNATURE_V3,
                        new WebhookSignatureSamples(SECRET).v3("POST", URI, signed, NOW.toEpochMilli()));
        more.forEach(exchange.getMessage()::setHeader);
        exchange.getMessage().setBody(body);
        return exchange;
    }

    private int take(Exchange exchange) {
        webhook.take(exchange);
        assertThat(exchange.getMessage().getBody()).isNull();
        assertThat(exchange.getMessage().getHeaders()).containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE);
        return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }

    private int take(String body, Map<String, Object> more) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return take(delivery(new ByteArrayInputStream(bytes), bytes, more));
    }

    private int take(String... events) {
        return take(Arrays.toString(events), Map.of());
    }

    @Test
    void whatIsSignedIsStoredBeforeItIsAnswered() {
        assertThat(take(EVENT, EVENT.replace("contact", "company"))).isEqualTo(204);

        assertThat(stored).extracting(ChangeEvent::objectType).containsExactly("contacts", "companies");
    }

    @Test
    void whatIsIgnoredOnPurposeIsAnsweredAsIfItWereStored() {
        assertThat(take(EVENT.replace("4711", "4712"), EVENT.replace("contact", "deal"), "7"))
                .isEqualTo(204);
        assertThat(take("[]", Map.of())).isEqualTo(204);

        assertThat(stored).isEmpty();
    }

    @Test
    void whatIsNotSignedIsRefused() {
        byte[] body = ("[" + EVENT + "]").getBytes(StandardCharsets.UTF_8);
        byte[] other = ("[" + EVENT + " ]").getBytes(StandardCharsets.UTF_8);
        String signature = new WebhookSignatureSamples(SECRET).v3("POST", URI, body, NOW.toEpochMilli());

        assertThat(take(delivery(body, other, Map.of()))).isEqualTo(401);
        // also when a query parameter of that name was merged into the header
        assertThat(take(delivery(body, body, Map.of(HubSpotWebhook.SIGNATURE_V3, List.of(signature, signature)))))
                .isEqualTo(401);
        assertThat(take(delivery(body, body, Map.of(HubSpotWebhook.TIMESTAMP, List.of("1", "2")))))
                .isEqualTo(401);
        assertThat(take(delivery(body, body, Map.of(Exchange.HTTP_METHOD, "PUT"))))
                .isEqualTo(401);
        assertThat(stored).isEmpty();
    }

    @Test
    void whatWasSignedOnceIsTakenOnce() {
        assertThat(take(EVENT)).isEqualTo(204);
        assertThat(take(EVENT)).isEqualTo(401);

        assertThat(stored).hasSize(1);
    }

    @Test
    void whatCannotBeStoredComesAgain() {
        isDatabaseAway = true;
        assertThat(take(EVENT)).isEqualTo(503);

        isDatabaseAway = false;
        assertThat(take(EVENT)).isEqualTo(204);
        assertThat(stored).hasSize(1);
    }

    @Test
    void aDatabaseThatSaysNothingDoesNotKeepHubSpotWaiting() {
        isDatabaseSilent = true;

        assertThat(take(EVENT)).isEqualTo(503);
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return '[';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                read.addAndGet(length);
                Arrays.fill(bytes, offset, offset + length, (byte) '[');
                return length;
            }
        };
        webhook.setMaxBytes(100_000);

        assertThat(take(delivery(endless, new byte[0], Map.of()))).isEqualTo(413);
        assertThat(read.get()).isLessThan(200_000);
        assertThat(take(delivery(new byte[100_001], new byte[100_001], Map.of())))
                .isEqualTo(413);
    }

    @Test
    void whatIsNotSentAsItIsIsRefused() {
        String body = "[" + EVENT + "]";

        assertThat(take(body, Map.of(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded")))
                .isEqualTo(415);
        assertThat(take(body, Map.of(Exchange.CONTENT_TYPE, "multipart/form-data; boundary=a")))
                .isEqualTo(415);
        assertThat(take(body, Map.of(Exchange.CONTENT_ENCODING, "gzip"))).isEqualTo(415);
        assertThat(take(delivery(body, body.getBytes(StandardCharsets.UTF_8), Map.of())))
                .isEqualTo(400);
    }

    @Test
    void whatIsSignedAndNoArrayIsRefused() {
        List<Integer> answers = new ArrayList<>();
        for (String body : List.of("{}", "<html>", "[".repeat(50_000))) {
            answers.add(take(body, Map.of()));
        }
        byte[] nothing = new byte[0];
        answers.add(take(delivery(null, nothing, Map.of())));

        assertThat(answers).containsOnly(400);
    }
}
