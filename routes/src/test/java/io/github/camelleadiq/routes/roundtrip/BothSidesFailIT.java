/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.routes.salesforce.ApiUse;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.org.ValidationRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes or fails on either side while records are under way. */
class BothSidesFailIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private RoundTrip trip() throws Exception {
        return new RoundTrip(directory);
    }

    @Test
    void whatAPersonEntersMeanwhileStays() throws Exception {
        try (RoundTrip trip = trip()) {
            String lead = trip.lead("Example");
            String quiet = trip.lead("Other");
            trip.leadIQ.latency(Duration.ofSeconds(3));
            trip.node.with(routes -> routes.profile("salesforce/lead")).start("Lead");

            await().atMost(SOON).until(() -> trip.leadIQ.requests().stream().anyMatch(r -> !r.introspection()));
            trip.salesforce.humanUpdate("Lead", lead, Map.of("Title", "Chief Example", "HasOptedOutOfEmail", true));
            trip.awaitSettled(3);

            assertThat(trip.salesforce.record("Lead", lead))
                    .containsEntry("Title", "Chief Example")
                    .containsEntry("Email", null)
                    .containsEntry("HasOptedOutOfEmail", true);
            assertThat(trip.value("Lead", lead, "Phone")).isNotNull();
            assertThat(trip.log("Lead", lead))
                    .filteredOn(entry -> "Email".equals(entry.field()))
                    .extracting(LogEntry::outcome)
                    .containsOnly(Outcome.REFUSED);
            assertThat(trip.value("Lead", quiet, "Email")).isNotNull();
            assertThat(trip.writes(lead)).hasSize(1);
        }
    }

    @Test
    void whoeverIsSomebodyElseMeanwhileIsLookedUpAnew() throws Exception {
        try (RoundTrip trip = trip()) {
            String renamed = trip.lead("Example");
            String deleted = trip.lead("Gone");
            trip.leadIQ.latency(Duration.ofSeconds(3));
            trip.node.with(routes -> routes.profile("salesforce/lead")).start("Lead");

            await().atMost(SOON).until(() -> trip.leadIQ.requests().stream().anyMatch(r -> !r.introspection()));
            trip.salesforce.humanUpdate("Lead", renamed, Map.of("FirstName", "Bob"));
            trip.salesforce.delete("Lead", deleted);
            trip.leadIQ.latency(Duration.ZERO);
            trip.awaitSettled(3);

            assertThat(trip.value("Lead", renamed, "Email")).isEqualTo("bob.example@acme.example");
            assertThat(trip.writes(renamed)).hasSize(1);
            assertThat(trip.dead()).isEmpty();
            // what was paid for the first name is in the books
            assertThat(trip.state.log().credits("stream:crm-Lead"))
                    .isEqualByComparingTo(trip.leadIQ.meter().total(LeadIQSimulator.DEMO_KEY));
        }
    }

    @Test
    void eachOfTwoHundredHasItsOwnFate() throws Exception {
        try (RoundTrip trip = trip()) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                ids.add(trip.lead((i % 20 == 5 ? "Boss" : "Example") + i));
            }
            trip.salesforce
                    .rules()
                    .validation(new ValidationRule(
                            "Lead", r -> r.get("LastName").toString().startsWith("Boss"), "No bosses here", "Title"));
            trip.salesforce.faults().lockRows(7);
            trip.node.with(routes -> routes.profile("salesforce/lead")).start("Lead");
            trip.awaitSettled(200);

            assertThat(Set.copyOf(trip.dead())).hasSize(10).allSatisfy(id -> assertThat(
                            trip.value("Lead", id, "LastName").toString())
                    .startsWith("Boss"));
            assertThat(ids).filteredOn(id -> !trip.dead().contains(id)).allSatisfy(id -> {
                assertThat(trip.writes(id)).hasSize(1);
                assertThat(trip.value("Lead", id, "Email")).isNotNull();
            });
            var spent = trip.leadIQ.meter().total(LeadIQSimulator.DEMO_KEY);

            // the rule is mended, and the dead letters are replayed: what was bought is not paid for again
            trip.salesforce.rules().clear();
            trip.state
                    .deadLetters()
                    .replay(trip.deadLetters().stream()
                            .map(letter -> letter.id())
                            .toList());
            trip.awaitSettled(200);
            assertThat(ids).allSatisfy(id -> assertThat(trip.value("Lead", id, "Email"))
                    .isNotNull());
            assertThat(trip.leadIQ.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo(spent);
        }
    }

    @Test
    void theLimitOfTheOrgCostsNoRecordItsLife() throws Exception {
        try (RoundTrip trip = trip()) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                ids.add(trip.lead("Example" + i));
            }
            trip.node
                    .context
                    .getRegistry()
                    .bind("use", new ApiUse(0.8, 0.95, Duration.ZERO, Duration.ofSeconds(1), Clock.systemUTC()));
            // some other program uses the rest up between our read and our write
            trip.leadIQ.latency(Duration.ofSeconds(2));
            trip.node
                    .with(routes -> routes.profile("salesforce/lead").parameter("maxAttempts", "1"))
                    .start("Lead");
            await().atMost(SOON).until(() -> trip.leadIQ.requests().stream().anyMatch(r -> !r.introspection()));
            trip.salesforce.usage().limit(trip.salesforce.usage().used());
            awaitPutOff(trip, ids.size());
            assertThat(trip.dead()).isEmpty();
            assertThat(ids).allMatch(id -> trip.writes(id).isEmpty());

            trip.leadIQ.latency(Duration.ZERO);
            trip.salesforce.usage().limit(1_000_000);
            trip.awaitSettled(30);
            assertThat(trip.dead()).isEmpty();
            assertThat(ids).allSatisfy(id -> assertThat(trip.writes(id)).hasSize(1));
        }
    }

    /** Waits until a batch was tried and nobody works on it. */
    private static void awaitPutOff(RoundTrip trip, int records) {
        await().atMost(SOON).until(() -> {
            Map<EventState, Long> counts = trip.state.inbox().counts();
            return counts.get(EventState.LEASED) == 0 && counts.get(EventState.PENDING) >= records;
        });
    }

    @Test
    void rotatedCredentialsOfTheOrgAreWaitedFor() throws Exception {
        try (RoundTrip trip = trip()) {
            String before = trip.lead("Before");
            trip.node
                    .with(routes -> routes.profile("salesforce/lead").parameter("maxAttempts", "1"))
                    .start("Lead");
            trip.awaitSettled(1);
            assertThat(trip.value("Lead", before, "Email")).isNotNull();

            trip.leadIQ.latency(Duration.ofSeconds(2));
            String during = trip.lead("During");
            await().atMost(SOON).until(() -> trip.leadIQ.requests().stream().anyMatch(r -> r.mentions("During")));
            trip.salesforce.rotateCredentials("new-demo-secret");
            awaitPutOff(trip, 1);
            trip.leadIQ.latency(Duration.ZERO);
            assertThat(trip.dead()).isEmpty();

            trip.node.salesforce.getLoginConfig().setClientSecret("new-demo-secret");
            await().atMost(SOON).until(() -> trip.value("Lead", during, "Email") != null);
            String after = trip.lead("After");
            await().atMost(SOON).until(() -> trip.value("Lead", after, "Email") != null);
            assertThat(trip.dead()).isEmpty();
        }
    }

    @Test
    void aRotatedKeyOfLeadIQIsWaitedFor() throws Exception {
        AtomicReference<String> key = new AtomicReference<>("old-demo-key");
        try (RoundTrip trip = new RoundTrip(
                directory, LeadIQSimulator.builder().key("new-demo-key"), SalesforceSimulator.builder())) {
            List<String> ids = List.of(trip.lead("Example"), trip.lead("Other"));
            trip.node
                    .context
                    .getComponent("leadiq", LeadIQComponent.class)
                    .getConfiguration()
                    .setApiKeyHeaderEnabled(true);
            trip.node.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:people")
                            .process(exchange -> exchange.getMessage().setHeader(LeadIQConstants.API_KEY, key.get()))
                            .to("leadiq:searchPeople");
                }
            });
            trip.node
                    .with(routes -> routes.profile("salesforce/lead")
                            .parameter("leadiqPeopleUri", "direct:people")
                            .parameter("maxAttempts", "1"))
                    .start("Lead");
            await().atMost(SOON).until(() -> trip.leadIQ.requestCount() > 5);
            assertThat(trip.dead()).isEmpty();

            key.set("new-demo-key");
            trip.awaitSettled(2);
            assertThat(ids).allSatisfy(id -> assertThat(trip.value("Lead", id, "Email"))
                    .isNotNull());
            assertThat(trip.dead()).isEmpty();
        }
    }
}
