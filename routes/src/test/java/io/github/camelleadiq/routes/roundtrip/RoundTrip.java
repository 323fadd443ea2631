/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.roundtrip;

import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.routes.state.DeadLetter;
import io.github.camelleadiq.routes.state.EnrichmentState;
import io.github.camelleadiq.routes.state.EventState;
import io.github.camelleadiq.routes.state.H2State;
import io.github.camelleadiq.routes.state.LogEntry;
import io.github.camelleadiq.routes.state.LoggedEntry;
import io.github.camelleadiq.routes.state.Outcome;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorBuilder;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorBuilder;
import io.github.camelleadiq.simulator.salesforce.org.RecordWrite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Both simulators over sockets, a node between them, and what can be seen of it from outside. */
final class RoundTrip implements AutoCloseable {
    final LeadIQSimulator leadIQ;
    final SalesforceSimulator salesforce;
    final H2State h2;
    final EnrichmentState state;
    final Node node;

    RoundTrip(Path directory) throws Exception {
        this(directory, LeadIQSimulator.builder(), SalesforceSimulator.builder());
    }

    RoundTrip(Path directory, LeadIQSimulatorBuilder leadIQ, SalesforceSimulatorBuilder salesforce) throws Exception {
        this.leadIQ = leadIQ.start();
        this.salesforce = salesforce.start();
        h2 = H2State.file(directory.resolve("state"));
        state = EnrichmentState.open(h2.dataSource());
        node = new Node(this.salesforce.url(), this.leadIQ.url(), state);
    }

    /** Somebody creates a lead that LeadIQ knows, with these fields more or other. */
    String lead(String lastName, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(
                Map.of("FirstName", "Ada", "LastName", lastName, "Company", "Acme", "Website", "acme.example"));
        fields.putAll(more);
        return salesforce.create("Lead", fields);
    }

    String lead(String lastName) {
        return lead(lastName, Map.of());
    }

    Object value(String type, String id, String field) {
        return salesforce.record(type, id).get(field);
    }

    /** Waits until so many events have come, at least, and nothing waits any more. */
    RoundTrip awaitSettled(int events) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> isSettled(state, events));
        return this;
    }

    static boolean isSettled(EnrichmentState state, int events) {
        Map<EventState, Long> counts = state.inbox().counts();
        return counts.get(EventState.PENDING) + counts.get(EventState.LEASED) == 0
                && counts.get(EventState.DONE) + counts.get(EventState.DEAD) >= events;
    }

    List<String> dead() {
        return deadLetters().stream()
                .flatMap(letter -> letter.event().recordIds().stream())
                .toList();
    }

    List<DeadLetter> deadLetters() {
        return state.deadLetters().list(0, 1_000);
    }

    /** What the log says of the record as a whole. */
    List<Outcome> outcomes(String type, String id) {
        return log(type, id).stream()
                .filter(entry -> entry.field() == null)
                .map(LogEntry::outcome)
                .toList();
    }

    List<LogEntry> log(String type, String id) {
        return state.log().ofRecord(type, id).stream().map(LoggedEntry::entry).toList();
    }

    /** Our writes of a record. */
    List<RecordWrite> writes(String id) {
        return salesforce.history(id).stream()
                .filter(write -> Node.CLIENT.equals(write.client()))
                .toList();
    }

    /** How often LeadIQ was asked about people or companies. */
    long lookups() {
        return leadIQ.requests().stream()
                .filter(request -> !request.introspection())
                .mapToLong(request -> request.rootFields())
                .sum();
    }

    @Override
    public void close() {
        node.close();
        h2.close();
        salesforce.close();
        leadIQ.close();
    }
}
