/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A subscription that nothing comes of any more, though it looks alive. */
class DeafSubscriptionTest {
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
    private static final Clock CLOCK = new Clock() {
        @Override
        public Instant instant() {
            return NOW.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE =
            new SalesforceSimulatorExtension(SalesforceSimulator.builder().clock(CLOCK));

    @TempDir
    Path directory;

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private final List<ChangeEvent> handed = new CopyOnWriteArrayList<>();

    @Test
    void isNoticedThoughTheFirstLookFailedHalfWay() throws Exception {
        try (H2State h2 = H2State.file(directory.resolve("state"));
                Salesforce salesforce = new Salesforce(simulator)) {
            salesforce.camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:changes").process(exchange -> {
                        List<?> events = exchange.getMessage().getBody(List.class);
                        events.forEach(event -> handed.add((ChangeEvent) event));
                        if (handed.size() == 250) {
                            throw new IllegalStateException("the database is down");
                        }
                    });
                }
            });
            salesforce.start();
            SalesforceChangesConsumer consumer = consumer(salesforce, EnrichmentState.open(h2.dataSource(), CLOCK));
            consumer.check();
            await().until(() -> simulator.streaming().subscriptions() == 1);
            pass(SILENCE);
            consumer.check();
            simulator.streaming().deafen();
            List<String> ids = salesforce.leads(250);

            pass(SILENCE);
            consumer.check();
            assertThat(handed).hasSize(250);
            pass(SILENCE);
            consumer.check();
            assertThat(handed).extracting(event -> event.recordIds().get(0)).containsAll(ids);

            String next = salesforce.lead("Next");
            await().untilAsserted(() -> assertThat(handed)
                    .anyMatch(event ->
                            event.position() != null && event.recordIds().contains(next)));
            consumer.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "silence"})
    void isNotLookedForAllTheTime(String option) throws Exception {
        try (H2State h2 = H2State.file(directory.resolve("state"));
                Salesforce salesforce = new Salesforce(simulator)) {
            salesforce.camel.getRegistry().bind("leadiqState", EnrichmentState.open(h2.dataSource(), CLOCK));
            Endpoint endpoint = salesforce.camel.getEndpoint(
                    "leadiq-salesforce-changes:Lead?state=#bean:leadiqState&" + option + "=0");

            assertThatThrownBy(() -> endpoint.createConsumer(exchange -> {}))
                    .hasMessage(option + " must be longer than zero, such as 5s");
        }
    }

    private static void pass(Duration time) {
        NOW.updateAndGet(now -> now.plus(time));
    }

    private static SalesforceChangesConsumer consumer(Salesforce salesforce, EnrichmentState state) throws Exception {
        SalesforceChangesEndpoint endpoint =
                new SalesforceChangesEndpoint("leadiq-salesforce-changes:Lead", new SalesforceChangesComponent());
        endpoint.setCamelContext(salesforce.camel);
        endpoint.setState(state);
        endpoint.setObject("Lead");
        endpoint.setSilence(SILENCE.toMillis());
        ProducerTemplate template = salesforce.camel.createProducerTemplate();
        return endpoint.consumer(exchange -> template.send("direct:changes", exchange), CLOCK);
    }
}
