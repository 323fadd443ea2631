/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LookupRequest;
import io.github.camelleadiq.routes.state.DeadLetter;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.Run;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import io.github.camelleadiq.simulator.schema.SimulatedSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose fault it is when LeadIQ does not answer: one record's, or nobody's. */
class LookupFaultsTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    @TempDir
    Path directory;

    private final LeadIQSimulator leadIQ = LEADIQ.simulator();

    private PipelineFixture start(int maxAttempts) throws Exception {
        return new PipelineFixture(leadIQ, directory)
                .start(PipelineFixture.LEAD, routes -> routes.parameter("maxAttempts", String.valueOf(maxAttempts)));
    }

    /** Leads, some of them with a word in their names that the simulator or a fault knows. */
    private static String[] leads(PipelineFixture pipeline, int count, Set<Integer> special, String word) {
        List<String> ids = IntStream.range(0, count)
                .mapToObj(i -> "00Q" + (100 + i))
                .peek(id -> {
                    int number = Integer.parseInt(id.substring(3)) - 100;
                    String last = (special.contains(number) ? word : "Example")
                            + (char) ('a' + number % 26)
                            + (char) ('a' + number / 26);
                    pipeline.crm.lead(id, "FirstName", "Ada", "LastName", last, "Website", "acme.example");
                })
                .toList();
        return ids.toArray(String[]::new);
    }

    private static List<String> dead(PipelineFixture pipeline) {
        return pipeline.state.deadLetters().list(0, 1_000).stream()
                .flatMap(letter -> letter.event().recordIds().stream())
                .toList();
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of("HTTP 400 to many", Fault.status(400), 60),
                Arguments.of("HTTP 404 to one", Fault.status(404), 1),
                Arguments.of("a web page to one", Fault.html(), 1),
                Arguments.of("nothing to two", Fault.empty(), 2),
                Arguments.of("an error without a name to many", Fault.graphql(400), 60));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void anOutageThatLooksLikeBadRecordsKillsNone(String what, Fault fault, int records) throws Exception {
        try (PipelineFixture pipeline = start(2)) {
            leadIQ.faults().when(request -> !request.introspection(), fault);
            String[] ids = leads(pipeline, records, Set.of(), "");

            pipeline.change(ids);
            // more often than a record is tried that fails by itself
            await().until(() -> pipeline.lookups() >= 60);
            assertThat(dead(pipeline)).isEmpty();

            leadIQ.faults().clear();
            pipeline.awaitSettled();
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(records);
            assertThat(pipeline.spent()).isEqualByComparingTo(String.valueOf(records));
        }
    }

    /** What they have in common is a member that this server's schema does not have any more. */
    @Test
    void whatThisServerCannotBeToldWaitsForItToBeSaid() throws Exception {
        try (LogLines log = new LogLines();
                PipelineFixture pipeline = start(8)) {
            LeadIQComponent component = pipeline.context.getComponent("leadiq", LeadIQComponent.class);
            SimulatedSchema whole = leadIQ.schema();
            leadIQ.schema(whole.withoutField("SearchPeopleInput", "linkedinUrl"));
            for (String id : List.of("00Q1", "00Q2", "00Q3")) {
                pipeline.crm.lead(
                        id, "FirstName", "Ada", "LastName", "Example" + id, "LinkedIn_URL__c", "linkedin.com/in/" + id);
                pipeline.change(id);
                await().until(() -> pipeline.state.inbox().counts().get(EventState.LEASED) == 0);
            }
            // more often than each is tried that fails by itself
            await().until(() -> pipeline.summaries.size() > 40);
            assertThat(dead(pipeline)).isEmpty();
            assertThat(pipeline.lookups()).isZero();
            assertThat(log.lines).anyMatch(line -> line.contains("input.linkedinUrl cannot be said to this server"));

            leadIQ.schema(whole);
            component.stop();
            component.start();
            pipeline.awaitSettled();
            assertThat(dead(pipeline)).isEmpty();
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(3);
        }
    }

    /** Others can be asked for, so these few come again after each pause for a person, and are given up in the end. */
    @Test
    void whatThisServerCannotBeToldOfSomeHoldsUpNoOthers() throws Exception {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-01T12:00:00Z"));
        leadIQ.schema(leadIQ.schema().withoutField("SearchPeopleInput", "linkedinUrl"));
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory, clock)
                .start(PipelineFixture.LEAD, routes -> routes.parameter("creditsPause", "30m")
                        .parameter("maxAttempts", "3"))) {
            String[] ids = leads(pipeline, 3, Set.of(), "");
            pipeline.crm.records.get(ids[1]).put("LinkedIn_URL__c", "linkedin.com/in/ada-example");

            pipeline.change(ids);
            await().until(() -> pipeline.count(EventState.DONE) == 2);
            for (int attempt = 1; attempt < 3; attempt++) {
                assertThat(dead(pipeline)).isEmpty();
                long summaries = pipeline.summaries.size();
                clock.pass(Duration.ofMinutes(30));
                await().until(() -> pipeline.summaries.size() > summaries);
            }

            pipeline.awaitSettled();
            assertThat(dead(pipeline)).containsExactly(ids[1]);
            assertThat(pipeline.state.deadLetters().list(0, 1).get(0).reason()).contains("input.linkedinUrl");
        }
    }

    /** Together they are as many as an outage takes. */
    @Test
    void threeRecordsThatLeadIQFailsAtAreGivenUpWhileItAnswersOthers() throws Exception {
        try (PipelineFixture pipeline = start(3)) {
            leadIQ.faults().when(request -> request.mentions("Unreadable"), Fault.status(500));
            String[] ids = leads(pipeline, 3, Set.of(0, 1, 2), "Unreadable");
            pipeline.change(ids);
            AtomicInteger others = new AtomicInteger();

            await().atMost(Duration.ofSeconds(60)).until(() -> {
                String id = "00Q9" + others.incrementAndGet();
                pipeline.crm.lead(id, "FirstName", "Ada", "LastName", "Later" + id, "Website", "acme.example");
                pipeline.change(id);
                return dead(pipeline).size() == 3;
            });

            pipeline.awaitSettled();
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(others.get());
        }
    }

    /** The free question is answered all the while, so that each record by itself looks bad. */
    @Test
    void anOutageOfLookUpsAloneKillsNoneOfATrickle() throws Exception {
        try (PipelineFixture pipeline = start(8)) {
            leadIQ.faults().when(request -> request.document().contains("searchPeople"), Fault.graphql(500));
            String[] ids = leads(pipeline, 5, Set.of(), "");
            for (String id : ids) {
                long before = pipeline.lookups();
                pipeline.change(id);
                await().until(() -> pipeline.lookups() > before);
            }
            long before = pipeline.lookups();
            // more often than each is tried that fails by itself
            await().until(() -> pipeline.lookups() > before + 40);
            assertThat(dead(pipeline)).isEmpty();

            leadIQ.faults().clear();
            pipeline.awaitSettled();
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(ids.length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void nothingIsLostInAnHourWithoutLeadIQ(int records) throws Exception {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-01T12:00:00Z"));
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory, clock)
                .start(PipelineFixture.LEAD, routes -> routes.parameter("outagePause", "30s")
                        .parameter("retryDelay", "10s"))) {
            leadIQ.faults().when(request -> !request.introspection(), Fault.status(503));
            pipeline.change(leads(pipeline, records, Set.of(), ""));

            Instant end = clock.instant().plus(Duration.ofHours(1));
            while (clock.instant().isBefore(end)) {
                long before = pipeline.lookups();
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> pipeline.lookups() > before
                                && pipeline.state.inbox().counts().get(EventState.PENDING) == records);
                clock.pass(Duration.ofSeconds(30));
            }
            // asked now and then, not all the time
            assertThat(pipeline.lookups()).isBetween(120L, 1_200L);
            assertThat(dead(pipeline)).isEmpty();

            leadIQ.faults().clear();
            clock.pass(Duration.ofMinutes(1));
            pipeline.awaitSettled();
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(records);
            assertThat(pipeline.crm.writes.stream().mapToInt(List::size).sum()).isEqualTo(records);
            assertThat(pipeline.spent()).isEqualByComparingTo(String.valueOf(records));
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void badRecordsThatFailTheWholeRequestAreGivenUpAlone(Set<Integer> bad) throws Exception {
        try (PipelineFixture pipeline = start(4)) {
            leadIQ.faults().when(request -> request.mentions("Unreadable"), Fault.status(400));
            String[] ids = leads(pipeline, 20, bad, "Unreadable");

            pipeline.change(ids);
            pipeline.awaitSettled();

            assertThat(dead(pipeline))
                    .containsExactlyInAnyOrderElementsOf(
                            bad.stream().map(i -> ids[i]).toList());
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(20 - bad.size());
            assertThat(pipeline.state.deadLetters().list(0, 1).get(0).reason()).contains("HTTP 400");
        }
    }

    static Stream<Set<Integer>> places() {
        // those that are tried first, alone, when a request fails
        return Stream.of(Set.of(7), Set.of(0, 1, 2), Set.of(1, 2, 3));
    }

    static Stream<Fault> failures() {
        return Stream.of(Fault.status(500), Fault.reset());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aRecordThatLeadIQFailsAtWhileItAnswersOthersIsGivenUp(Fault fault) throws Exception {
        try (PipelineFixture pipeline = start(3)) {
            leadIQ.faults().when(request -> request.mentions("Unreadable"), fault);
            String[] ids = leads(pipeline, 20, Set.of(7), "Unreadable");
            pipeline.change(ids);
            AtomicInteger others = new AtomicInteger();

            await().atMost(Duration.ofSeconds(60)).until(() -> {
                String id = "00Q9" + others.incrementAndGet();
                pipeline.crm.lead(id, "FirstName", "Ada", "LastName", "Later" + id, "Website", "acme.example");
                pipeline.change(id);
                return dead(pipeline).equals(List.of(ids[7]));
            });

            pipeline.awaitSettled();
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(19 + others.get());
        }
    }

    @Test
    void aPageIsNotHeldUpByARecordThatLeadIQFailsAt() throws Exception {
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory)
                .start(PipelineFixture.LEAD, routes -> routes.parameter("outagePause", "1h"))) {
            leadIQ.faults().when(request -> request.mentions("Unreadable"), Fault.status(500));
            String[] ids = leads(pipeline, 20, Set.of(7), "Unreadable");

            EnrichmentSummary summary = pipeline.page("backfill-1", ids);

            assertThat(summary.counts().written()).isEqualTo(19);
            assertThat(summary.postponed()).isEqualTo(1);
        }
    }

    @Test
    void aWindowThatComesAgainIsLoggedOnce() throws Exception {
        try (PipelineFixture pipeline = new PipelineFixture(leadIQ, directory)
                .start(PipelineFixture.LEAD, routes -> routes.parameter("outagePause", "10ms"))) {
            String[] ids = leads(pipeline, 2, Set.of(), "");
            pipeline.crm.lead("00Q0", "Rating", "Hot");
            leadIQ.faults().when(request -> !request.introspection(), Fault.status(503));
            Run run = pipeline.offer("backfill-1", null, "00Q0", ids[0], ids[1]);
            await().until(() -> pipeline.summaries.size() > 2);
            leadIQ.faults().clear();
            pipeline.awaitEnd(run);

            assertThat(pipeline.state.log().ofRecord("Lead", "00Q0")).hasSize(1);
        }
    }

    /** While it answers what is free, though there is no other record. */
    @Test
    void aRecordThatLeadIQFailsAtIsGivenUpInAQuietCrmAsWell() throws Exception {
        try (PipelineFixture pipeline = start(3)) {
            leadIQ.faults().when(request -> request.mentions("Unreadable"), Fault.status(500));
            String[] ids = leads(pipeline, 1, Set.of(0), "Unreadable");

            pipeline.change(ids);
            pipeline.awaitSettled();

            assertThat(dead(pipeline)).containsExactly(ids);
        }
    }

    @Test
    void whatTheComponentRefusesIsADeadLetterAtOnceAndCanBeReplayed() throws Exception {
        try (PipelineFixture pipeline = startMisspelling()) {
            String[] ids = leads(pipeline, 6, Set.of(2), "Misspelt");

            pipeline.change(ids);
            pipeline.awaitSettled();

            DeadLetter letter = pipeline.state.deadLetters().list(0, 10).get(0);
            assertThat(dead(pipeline)).containsExactly(ids[2]);
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letter.reason())
                    .startsWith("LeadIQInvalidRequestException")
                    .contains("linkedinUrk")
                    .doesNotContain("secret");
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(5);

            // somebody corrects the record
            pipeline.crm.records.get(ids[2]).put("LastName", "Example");
            pipeline.state.deadLetters().replay(List.of(letter.id()));
            pipeline.awaitSettled();
            assertThat(pipeline.crm.value(ids[2], "Email")).isEqualTo("ada.example@acme.example");
            assertThat(pipeline.count(EventState.DONE)).isEqualTo(6);
        }
    }

    @Test
    void whatTheComponentRefusesForAllKillsNone() throws Exception {
        try (PipelineFixture pipeline = startMisspelling()) {
            String[] ids = leads(pipeline, 6, Set.of(0, 1, 2, 3, 4, 5), "Misspelt");

            pipeline.change(ids);
            await().until(() -> pipeline.count(EventState.PENDING) == 6
                    && pipeline.state.inbox().counts().get(EventState.LEASED) == 0
                    && pipeline.crm.reads.size() > 2);

            assertThat(dead(pipeline)).isEmpty();
        }
    }

    private PipelineFixture startMisspelling() throws Exception {
        PipelineFixture pipeline = new PipelineFixture(leadIQ, directory);
        pipeline.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:people")
                        .process(exchange -> exchange.getMessage()
                                .setBody(misspelt(exchange.getMessage().getBody(List.class))))
                        .to("leadiq:searchPeople");
            }
        });
        return pipeline.start(PipelineFixture.LEAD, routes -> routes.parameter("leadiqPeopleUri", "direct:people"));
    }

    /** As a server's change of its schema, or somebody's own step, may do. */
    private static List<LookupRequest> misspelt(List<?> requests) {
        List<LookupRequest> changed = new ArrayList<>();
        for (Object request : requests) {
            LookupRequest lookup = (LookupRequest) request;
            Map<String, Object> copy = new HashMap<>();
            ((Map<?, ?>) lookup.input()).forEach((key, value) -> copy.put((String) key, value));
            if (copy.get("lastName").toString().startsWith("Misspelt")) {
                copy.put("linkedinUrk", "secret");
            }
            changed.add(new LookupRequest(copy, lookup.dataPoints()));
        }
        return changed;
    }
}
