/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.LeadIQTransportException;
import io.github.camelleadiq.client.internal.ratelimit.RateLimiters;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorBuilder;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a route sees of pacing, over HTTP. */
class PacingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DefaultCamelContext context = new DefaultCamelContext();
    private LeadIQSimulator simulator;

    static Stream<Fault> refusals() {
        return Stream.of(
                Fault.status(429), Fault.graphql(429), Fault.status(429).retryAfter(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void doesNotShowRefusalsThatPassHoweverFewRetriesThereAre(Fault refusal) throws Exception {
        start(LeadIQSimulator.builder());
        simulator.faults().next(2, request -> request.variables().toString().contains("Ada Sample 7"), refusal);

        Flood flood = new Flood(context, "leadiq:searchPeople?requestsPerMinute=600&schemaCheck=live&maxRetries=1")
                .send(9)
                .awaitDone(9);

        assertThat(flood.succeeded()).hasSize(9);
        assertThat(flood.done())
                .extracting(done -> done.getMessage().getHeader(LeadIQConstants.REQUEST_COUNT, Integer.class))
                .containsOnlyOnce(3);
    }

    @Test
    void aServerThatCountsLookupsGetsFewerOfThemAtOnce() throws Exception {
        // its minute takes a fifth of a second, so only the lookups of a burst of batches are too many for it
        start(LeadIQSimulator.builder().requestsPerMinute(60).countAliases(true).clock(new FastClock(300)));
        String uri = "leadiq:searchPeople?requestsPerMinute=3000&schemaCheck=live&maxRetries=0&batchSize=50";

        Exchange first = list(uri, 0, 500);
        assertThat(results(first)).hasSize(500).allMatch(result -> result.failure() == null);
        assertThat(simulator.requests())
                .extracting(request -> request.rootFields())
                .contains(50, 25);
        assertThat(simulator.rateLimitedCount()).isPositive();
    }

    private Exchange list(String uri, int from, int to) {
        List<Map<String, Object>> people = IntStream.range(from, to)
                .<Map<String, Object>>mapToObj(
                        i -> Map.of("fullName", "Ada Sample " + i, "company", Map.of("name", "Example")))
                .toList();
        return context.createProducerTemplate()
                .request(uri, exchange -> exchange.getMessage().setBody(people));
    }

    @SuppressWarnings("unchecked")
    private static List<LookupResult> results(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(List.class);
    }

    @Test
    void withoutRetriesARefusalIsShown() throws Exception {
        start(LeadIQSimulator.builder());
        simulator.faults().next(1, Fault.status(429));

        Flood flood = new Flood(context, "leadiq:searchPeople?schemaCheck=live&maxRetries=0")
                .send(1)
                .awaitDone(1);

        assertThat(flood.failures()).singleElement().isInstanceOf(LeadIQRateLimitException.class);
    }

    @Test
    void theRequestTimeoutDoesNotRunInTheQueue() throws Exception {
        start(LeadIQSimulator.builder());

        Flood flood = new Flood(
                        context,
                        "leadiq:searchPeople?requestsPerMinute=600&requestBurst=1&schemaCheck=live&requestTimeout=800ms")
                .send(20)
                .awaitDone(20);

        assertThat(flood.failures()).isEmpty();
    }

    @Test
    void theRequestTimeoutRunsFromThePermitOn() throws Exception {
        start(LeadIQSimulator.builder().latency(Duration.ofSeconds(20)));

        Flood flood = new Flood(
                        context,
                        "leadiq:searchPeople?requestsPerMinute=600&requestBurst=1&schemaCheck=live&requestTimeout=500ms")
                .send(3)
                .awaitDone(3);

        assertThat(flood.failures()).hasSize(3).allSatisfy(failure -> assertThat(failure)
                .isInstanceOf(LeadIQTransportException.class)
                .hasMessageContaining("requestTimeout"));
        assertThat(simulator.requestCount()).isEqualTo(3);
    }

    @Test
    void refusesAtOnceWhatTheQueueHasNoRoomForAndSaysWhatToDo() throws Exception {
        start(LeadIQSimulator.builder());

        Flood flood = new Flood(
                        context,
                        "leadiq:searchPeople?requestsPerMinute=60&requestBurst=1&maxQueuedLookups=4&schemaCheck=live")
                .send(20)
                .awaitDone(15);

        assertThat(flood.failures()).hasSizeGreaterThanOrEqualTo(14).allSatisfy(failure -> assertThat(failure)
                .isInstanceOf(LeadIQRateLimitException.class)
                .hasMessageContaining("4 lookups wait already or are under way, and 4 may")
                .hasMessageContaining("maxQueuedLookups")
                .hasMessageContaining("never sent"));
    }

    @Test
    void aContextThatStopsWithAFullQueueFailsEachExchangeOnce() throws Exception {
        start(LeadIQSimulator.builder());
        Flood flood = new Flood(context, "leadiq:searchPeople?requestBurst=1&schemaCheck=live").send(2_000);
        await().atMost(PATIENCE).until(() -> queued() >= 1_990);

        context.stop();
        flood.awaitDone(2_000);

        assertThat(new HashSet<>(flood.done())).hasSize(2_000);
        assertThat(flood.done()).hasSize(2_000);
        assertThat(flood.failures()).hasSizeGreaterThanOrEqualTo(1_990).allSatisfy(failure -> assertThat(failure)
                .isInstanceOf(LeadIQTransportException.class));
        // what was on its way at that moment may have arrived; what waited has not
        assertThat(flood.failures().stream()
                        .filter(failure -> !((LeadIQTransportException) failure).mayHaveBeenProcessed()))
                .hasSizeGreaterThanOrEqualTo(1_990);
        assertThat(queued()).isZero();
    }

    @Test
    void askingForTheSchemaIsNotPaced() throws Exception {
        start(LeadIQSimulator.builder());

        new Flood(context, "leadiq:searchPeople?requestsPerMinute=1").send(1).awaitDone(1);

        assertThat(simulator.requestCount()).isEqualTo(2);
        assertThat(RateLimiters.shared().states())
                .filteredOn(
                        state -> state.server().endsWith(":" + simulator.url().getPort()))
                .singleElement()
                .satisfies(state -> assertThat(state.granted()).isEqualTo(1));
    }

    @Test
    void namesTheOptionThatIsWrong() throws Exception {
        start(LeadIQSimulator.builder());

        assertThatThrownBy(() -> context.getEndpoint("leadiq:usage?requestBurst=60"))
                .rootCause()
                .hasMessageContaining("requestBurst must be at least 1 and less than requestsPerMinute");
    }

    private int queued() {
        return RateLimiters.shared().states().stream()
                .filter(state -> state.server().endsWith(":" + simulator.url().getPort()))
                .mapToInt(state -> state.queued())
                .sum();
    }

    private void start(LeadIQSimulatorBuilder builder) {
        simulator = builder.start();
        LeadIQComponent component = new LeadIQComponent();
        component.getConfiguration().setUrl(simulator.url().toString());
        component.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        context.addComponent(LeadIQConstants.SCHEME, component);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }
}
