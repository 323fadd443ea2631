/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.core.ChangeEvent;
import io.github.camelleadiq.routes.core.Fixtures;
import io.github.camelleadiq.routes.core.guard.Guard;
import io.github.camelleadiq.routes.core.guard.GuardReason;
import io.github.camelleadiq.routes.core.guard.Us;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.simulator.salesforce.SalesforceFaults;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Looking for what no events tell of. */
class CatchUpTest {
    private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE =
            new SalesforceSimulatorExtension(SalesforceSimulator.builder().pageSize(200));

    @TempDir
    Path directory;

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private final List<String> found = new CopyOnWriteArrayList<>();
    private H2State h2;
    private EnrichmentState state;
    private Salesforce salesforce;

    @BeforeEach
    void open() throws Exception {
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource());
        salesforce = new Salesforce(simulator).start();
    }

    @AfterEach
    void close() {
        salesforce.close();
        h2.close();
    }

    @Test
    void aSearchThatFailsGoesOnWhereItWas() {
        List<String> ids = salesforce.leads(700);
        MissedChanges catchUp =
                new MissedChanges(() -> SalesforceApi.of(salesforce.camel, "salesforce"), "Lead", "test");
        simulator.faults().when(request -> request.kind() == RequestKind.QUERY_MORE, SalesforceFaults.unavailable());

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> catchUp.since("all", null, BEGINNING, this::take))
                    .isInstanceOf(SalesforceCallException.class);
        }
        assertThat(catchUp.since("all", null, BEGINNING, this::take)).isEqualTo(700);

        assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
        // done: the next one begins at the beginning again
        simulator.faults().clear();
        assertThat(catchUp.since("all", null, BEGINNING, this::take)).isEqualTo(700);
    }

    /** Our stamps came after what a person had changed. */
    @Test
    void whatWeWereTheLastToWriteIsNotOursForThat() throws Exception {
        salesforce.route(SalesforceRoutes.WRITE);
        String lead = salesforce.lead("Doe");
        salesforce.write(List.of(Salesforce.patch("Lead", lead, "Title", "CTO")));
        String us = (String) simulator.record("Lead", lead).get("LastModifiedById");
        List<ChangeEvent> events = new ArrayList<>();
        MissedChanges catchUp =
                new MissedChanges(() -> SalesforceApi.of(salesforce.camel, "salesforce"), "Lead", "test");

        catchUp.since("all", null, BEGINNING, events::addAll);

        assertThat(us).isNotBlank();
        assertThat(events).singleElement().satisfies(event -> assertThat(
                        Guard.event(event, Fixtures.shipped("lead"), new Us("leadiq", us))
                                .reason())
                .isEqualTo(GuardReason.PASSED));
    }

    @Test
    void anOverflowIsLookedUpInTheObjectThatItNames() throws Exception {
        String contact = simulator.create("Contact", Map.of("LastName", "Doe"));
        salesforce.camel.getRegistry().bind("leadiqState", state);
        salesforce.camel.addRoutes(new RouteBuilder() {
            @Override
            @SuppressWarnings("unchecked")
            public void configure() {
                from("direct:changes")
                        .process(exchange -> take(exchange.getMessage().getBody(List.class)));
            }
        });
        salesforce.route(
                SalesforceRoutes.CHANGES,
                "object",
                "Lead",
                "channel",
                "/data/ChangeEvents",
                "changesUri",
                "direct:changes",
                "check",
                "50");
        await().until(() -> simulator.streaming().subscriptions() >= 1);

        simulator.streaming().overflow("Contact");

        await().until(() -> found.contains(contact));
    }

    @Test
    void eventsDoNotHideWhatIsNotCaughtUpWith() {
        Instant before = Instant.parse("2026-01-01T00:00:00Z");
        Instant event = before.plus(Duration.ofDays(3));
        Watermark moment = new Watermark(state.checkpoints(), "test");
        moment.get(before);

        moment.catchUp();
        moment.advance(event);

        assertThat(moment.get(before)).isEqualTo(before);
        assertThat(new Watermark(state.checkpoints(), "test").get(BEGINNING)).isEqualTo(before);
        moment.reach(before.plusSeconds(60));
        assertThat(new Watermark(state.checkpoints(), "test").get(BEGINNING)).isEqualTo(before.plusSeconds(60));
        moment.caughtUp();
        assertThat(new Watermark(state.checkpoints(), "test").get(BEGINNING)).isEqualTo(event);
    }

    private void take(List<ChangeEvent> events) {
        events.forEach(event -> found.addAll(event.recordIds()));
    }
}
