/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.LeadIQInsufficientCreditsException;
import io.github.camelleadiq.client.LeadIQInvalidRequestException;
import io.github.camelleadiq.client.LeadIQRateLimitException;
import io.github.camelleadiq.client.LeadIQServerException;
import io.github.camelleadiq.client.LeadIQTransportException;
import io.github.camelleadiq.model.SearchPeopleInput;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.simulator.Dialect;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of lookups, and lookups of many exchanges, share requests; each record is settled once and for itself. */
class BatchingIT {

    private LeadIQSimulator simulator;
    private DefaultCamelContext context;
    private ProducerTemplate template;

    private void start(LeadIQSimulatorBuilder builder) {
        simulator = builder.start();
        context = new DefaultCamelContext();
        LeadIQComponent component = new LeadIQComponent();
        component.getConfiguration().setUrl(simulator.url().toString());
        component.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        component.getConfiguration().setRetryDelay(Duration.ofMillis(5));
        component.getConfiguration().setMaxRetries(1);
        component.getConfiguration().setRequestsPerMinute(0);
        context.addComponent(LeadIQConstants.SCHEME, component);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }

    private static Map<String, Object> person(String name) {
        return Map.of("fullName", name, "company", Map.of("domain", "example.com"));
    }

    private static List<Object> people(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> person("Person Number" + i))
                .toList());
    }

    private Exchange send(String uri, Object body) {
        return template.request(uri, exchange -> exchange.getMessage().setBody(body));
    }

    @SuppressWarnings("unchecked")
    private static List<LookupResult> results(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(List.class);
    }

    private long lookups() {
        return simulator.requests().stream()
                .filter(request -> !request.introspection())
                .count();
    }

    private static String name(LookupResult result) {
        return ((SearchResult) result.result()).results().get(0).name().fullName();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aListBecomesAsFewRequestsAsTheBatchSizeAllowsAndKeepsItsOrder(Dialect dialect) {
        start(LeadIQSimulator.builder().dialect(dialect));

        Exchange exchange = send("leadiq:searchPeople?batchSize=10", people(95));

        List<LookupResult> results = results(exchange);
        assertThat(lookups()).isEqualTo(10);
        assertThat(results).hasSize(95);
        for (int i = 0; i < results.size(); i++) {
            assertThat(name(results.get(i))).isEqualToIgnoringCase("Person Number" + i);
        }
        assertThat(exchange.getMessage().getHeader(LeadIQConstants.REQUEST_COUNT))
                .isEqualTo(10);
        assertThat(simulator.validationErrors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"searchCompany", "searchPeoplePreview", "regeneratedTime", "matchProfile"})
    void everyLookupOperationTakesAList(String operation) {
        start(LeadIQSimulator.builder());
        Map<String, List<Map<String, String>>> bodies = Map.of(
                "searchCompany", List.of(Map.of("domain", "example.com"), Map.of("name", "Sample")),
                "searchPeoplePreview", List.of(Map.of("email", "a@example.com"), Map.of("email", "b@example.com")),
                "regeneratedTime", List.of(Map.of("personId", "p-1"), Map.of("personId", "p-2")),
                "matchProfile", List.of(Map.of("email", "a@example.com"), Map.of("email", "b@example.com")));

        List<LookupResult> results = results(send("leadiq:" + operation + "?dataPoints=all", bodies.get(operation)));

        assertThat(results).hasSize(2).allSatisfy(result -> assertThat(result.failure())
                .isNull());
        assertThat(lookups()).isEqualTo(1);
        assertThat(simulator.validationErrors()).isEmpty();
    }

    @Test
    void aBatchSizeOfOneSendsEachLookupAlone() {
        start(LeadIQSimulator.builder());

        assertThat(results(send("leadiq:searchPeople?batchSize=1", people(7)))).hasSize(7);

        assertThat(lookups()).isEqualTo(7);
        assertThat(simulator.requests()).noneMatch(request -> request.document().contains("r0:"));
    }

    @Test
    void arraysIteratorsStreamsAndRecordsAreLists() {
        start(LeadIQSimulator.builder());
        SearchPeopleInput input =
                SearchPeopleInput.builder().email("ada.sample@example.com").build();

        assertThat(results(send("leadiq:searchPeople", new Object[] {input, input, input})))
                .hasSize(3);
        assertThat(results(send("leadiq:searchPeople", people(3).iterator()))).hasSize(3);
        assertThat(results(send("leadiq:searchPeople", Stream.of("{\"email\":\"b@example.com\"}"))))
                .hasSize(1);
        assertThat(results(send("leadiq:searchPeople", List.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPoisonedRecordFailsAlone(boolean dataSurvives) {
        start(LeadIQSimulator.builder().nullableRoots(dataSurvives));
        List<Object> body = people(20);
        body.set(3, person("poison Three"));
        body.set(17, person("poison Seventeen"));

        List<LookupResult> results = results(send("leadiq:searchPeople", body));

        for (int i = 0; i < results.size(); i++) {
            if (i == 3 || i == 17) {
                assertThat(results.get(i).failure())
                        .isInstanceOfSatisfying(LeadIQGraphQLException.class, failure -> assertThat(
                                        failure.getErrors().get(0).pathText())
                                .startsWith("searchPeople"));
            } else {
                assertThat(name(results.get(i))).isEqualToIgnoringCase("Person Number" + i);
            }
        }
        assertThat(lookups()).isEqualTo(dataSurvives ? 1 : 2);
    }

    @Test
    void aRecordThatBreaksTheConnectionDoesNotTakeItsNeighboursAlong() {
        start(LeadIQSimulator.builder());
        simulator.faults().when(request -> request.mentions("Breaker"), Fault.reset());
        List<Object> body = people(16);
        body.set(5, person("Line Breaker"));

        List<LookupResult> results = results(send("leadiq:searchPeople", body));

        assertThat(results.get(5).failure()).isInstanceOf(LeadIQTransportException.class);
        assertThat(results.stream().filter(result -> result.failure() == null)).hasSize(15);
    }

    @Test
    void elementsThatAreWrongFailAloneAndCostNothing() {
        start(LeadIQSimulator.builder());
        List<Object> body = Arrays.asList(
                person("Ada Sample"),
                null,
                Map.of("fulName", "Slip"),
                "{not json",
                42,
                Map.of(),
                "{\"email\":\"ada.sample@example.com\"}");

        List<LookupResult> results = results(send("leadiq:searchPeople", body));

        assertThat(results.get(0).failure()).isNull();
        assertThat(results.get(6).failure()).isNull();
        assertThat(results.subList(1, 6))
                .allSatisfy(result -> assertThat(result.failure()).isInstanceOf(LeadIQInvalidRequestException.class));
        assertThat(results.get(2).failure()).hasMessageContaining("fullName");
        assertThat(simulator.lookupCount()).isEqualTo(2);
    }

    @Test
    void anIteratorThatThrowsFailsTheExchangeBeforeAnythingIsSent() {
        start(LeadIQSimulator.builder());
        Iterator<Object> breaking = new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                if (given++ == 3) {
                    throw new NoSuchElementException("ada.sample@example.com is gone");
                }
                return person("Ada Sample");
            }
        };

        Exchange exchange = send("leadiq:searchPeople", breaking);

        assertThat(exchange.getException())
                .isInstanceOf(LeadIQInvalidRequestException.class)
                .hasMessageContaining("body[3]")
                .hasMessageNotContaining("ada.sample");
        assertThat(lookups()).isZero();
    }

    @Test
    void aServerThatTakesFewAliasesIsRemembered() {
        start(LeadIQSimulator.builder().maxAliases(8));

        assertThat(results(send("leadiq:searchPeople?batchSize=40", people(40))).stream()
                        .allMatch(result -> result.failure() == null))
                .isTrue();
        long first = lookups();
        assertThat(results(send("leadiq:searchPeople?batchSize=40", people(40))).stream()
                        .allMatch(result -> result.failure() == null))
                .isTrue();

        // 40 and 20 and 10 are refused once each on the way; afterwards nothing is
        assertThat(lookups() - first).isEqualTo(8);
    }

    @Test
    void aDocumentThatIsTooLargeIsHalved() {
        start(LeadIQSimulator.builder().maxDocumentSize(6_000));

        assertThat(results(send("leadiq:searchPeople?batchSize=200&dataPoints=profile", people(200))))
                .hasSize(200)
                .allSatisfy(result -> assertThat(result.failure()).isNull());
    }

    @Test
    void aRecordThatIsTooLargeByItselfDoesNotMakeLaterBatchesSmall() {
        start(LeadIQSimulator.builder());
        simulator.faults().when(request -> request.mentions("Toolarge"), Fault.status(413));
        List<Object> body = people(20);
        body.set(7, person("Toolarge Seven"));

        List<LookupResult> results = results(send("leadiq:searchPeople", body));

        assertThat(results).filteredOn(result -> result.failure() != null).hasSize(1);
        long before = lookups();
        send("leadiq:searchPeople", people(20));
        assertThat(lookups()).isEqualTo(before + 1);
    }

    @Test
    void aWindowCollectsLookupsOfManyExchanges() {
        start(LeadIQSimulator.builder());
        String uri = "leadiq:searchPeople?batchSize=10&batchWindow=200";
        template.requestBody(uri, person("Warm Up"));
        long before = lookups();

        List<CompletableFuture<Exchange>> exchanges = IntStream.range(0, 40)
                .mapToObj(i -> template.asyncSend(
                        uri, exchange -> exchange.getMessage().setBody(person("Person Number" + i))))
                .toList();

        for (int i = 0; i < exchanges.size(); i++) {
            assertThat(exchanges
                            .get(i)
                            .join()
                            .getMessage()
                            .getBody(SearchResult.class)
                            .results()
                            .get(0)
                            .name()
                            .fullName())
                    .isEqualToIgnoringCase("Person Number" + i);
        }
        // full batches leave at once; how the template's threads are scheduled decides on one or two more
        assertThat(lookups() - before).isBetween(4L, 8L);
    }

    @Test
    void lookupsWithOtherSelectionsShareARequestAndThoseWithOtherKeysDoNot() {
        start(LeadIQSimulator.builder().key("other-demo-key").key(LeadIQSimulator.DEMO_KEY));
        String uri = "leadiq:searchPeople?batchSize=10&batchWindow=100&apiKeyHeaderEnabled=true";
        List<Map<String, Object>> headers = List.of(
                Map.of(),
                Map.of(LeadIQConstants.DATA_POINTS, "profile"),
                Map.of(LeadIQConstants.API_KEY, "other-demo-key"));

        List<CompletableFuture<Exchange>> exchanges = headers.stream()
                .map(some -> template.asyncSend(uri, exchange -> {
                    exchange.getMessage().setBody(person("Ada Sample"));
                    exchange.getMessage().setHeaders(new HashMap<>(some));
                }))
                .toList();

        assertThat(exchanges).allSatisfy(exchange -> assertThat(exchange.join().getException())
                .isNull());
        assertThat(lookups()).isEqualTo(2);
        assertThat(simulator.meter().total("other-demo-key")).isPositive();
    }

    @Test
    void stoppingTheContextSettlesEveryExchange() {
        start(LeadIQSimulator.builder());
        template.requestBody("leadiq:searchPeople", person("Warm Up"));
        simulator.faults().when(request -> true, Fault.hang());
        List<CompletableFuture<Exchange>> exchanges = IntStream.range(0, 30)
                .mapToObj(i -> template.asyncSend(
                        "leadiq:searchPeople?batchSize=10&batchWindow=60000",
                        exchange -> exchange.getMessage().setBody(person("Person Number" + i))))
                .toList();

        context.getComponent("leadiq", LeadIQComponent.class).stop();

        assertThat(exchanges).allSatisfy(exchange -> assertThat(exchange).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void anExchangeAfterTheStopFailsAndLeavesNothingForTheNextStart() {
        start(LeadIQSimulator.builder());
        String uri = "leadiq:searchPeople?batchSize=10&batchWindow=100";
        assertThat(send(uri, person("Ada Sample")).getException()).isNull();
        LeadIQComponent component = context.getComponent("leadiq", LeadIQComponent.class);

        component.stop();

        assertThat(send(uri, person("Bea Sample")).getException()).isInstanceOf(LeadIQTransportException.class);
        component.start();
        assertThat(send(uri, person("Cy Sample")).getException()).isNull();
    }

    @Test
    void aServerThatFailsForAllIsNotAskedForEachRecord() {
        start(LeadIQSimulator.builder());
        simulator.faults().when(request -> true, Fault.status(503));

        List<LookupResult> results = results(send("leadiq:searchPeople?maxRetries=0&schemaCheck=live", people(100)));

        assertThat(results).hasSize(100).allSatisfy(result -> assertThat(result.failure())
                .isInstanceOf(LeadIQServerException.class));
        assertThat(lookups()).isEqualTo(1 + 3);
    }

    @Test
    void aKeyThatIsRefusedForGoodIsNotAskedForEachRecord() {
        start(LeadIQSimulator.builder());
        simulator.faults().when(request -> true, Fault.status(429));

        List<LookupResult> results = results(send("leadiq:searchPeople?maxRetries=0&schemaCheck=live", people(100)));

        assertThat(results).hasSize(100).allSatisfy(result -> assertThat(result.failure())
                .isInstanceOf(LeadIQRateLimitException.class));
        // all, and halves down to a single one, in case the server counts lookups
        assertThat(lookups()).isEqualTo(7);
    }

    @Test
    void creditsThatPayForSomeAreSpentOnSome() {
        start(LeadIQSimulator.builder().credits(20));

        List<LookupResult> results = results(send("leadiq:searchPeople", people(100)));

        assertThat(results).filteredOn(result -> result.failure() == null).hasSize(20);
        assertThat(results).filteredOn(result -> result.failure() != null).allSatisfy(result -> assertThat(
                        result.failure())
                .isInstanceOf(LeadIQInsufficientCreditsException.class));
        // a search by halves, and not each of those that nobody can pay
        assertThat(lookups()).isLessThan(20);
    }

    @Test
    void theEndOfTheCreditsIsLookedForOnceHoweverLongTheList() {
        start(LeadIQSimulator.builder().credits(0));

        List<LookupResult> results = results(send("leadiq:searchPeople", people(1_000)));

        assertThat(results).allSatisfy(result -> assertThat(result.failure())
                .isInstanceOf(LeadIQInsufficientCreditsException.class));
        // ten requests, and the halves of one down to a single lookup
        assertThat(lookups()).isEqualTo(10 + 6);
    }

    @Test
    void theEndOfTheCreditsEndsAListWhoseRequestsAreNotAllSent() {
        start(LeadIQSimulator.builder().credits(0));

        List<LookupResult> results = results(send("leadiq:searchPeople?batchSize=auto", people(5_000)));

        assertThat(results).allSatisfy(result -> assertThat(result.failure())
                .isInstanceOf(LeadIQInsufficientCreditsException.class));
        // the first, and its halves down to a single lookup
        assertThat(lookups()).isEqualTo(1 + 6);
    }

    @Test
    void anOutageDoesNotMakeRequestsSmall() {
        start(LeadIQSimulator.builder());
        simulator.faults().when(request -> true, Fault.status(503));

        send("leadiq:searchPeople?batchSize=auto&maxRetries=0&schemaCheck=live", people(2_000));

        assertThat(lookups()).isEqualTo(20 * (1 + 3));
    }
}
