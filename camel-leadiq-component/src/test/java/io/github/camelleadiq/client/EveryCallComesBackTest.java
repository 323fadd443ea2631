/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.client.credit.CreditConfig;
import io.github.camelleadiq.client.credit.MemoryCreditLedger;
import io.github.camelleadiq.client.internal.http.Transport;
import io.github.camelleadiq.client.internal.http.TransportRequest;
import io.github.camelleadiq.client.internal.http.TransportResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server answers and whatever throws on the way: no call waits for good. */
class EveryCallComesBackTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private LeadIQClient client;

    private void start(Function<JsonNode, String> server, LeadIQMetrics metrics) {
        Duration second = Duration.ofSeconds(1);
        LeadIQClientConfig config = new LeadIQClientConfig(
                URI.create("http://127.0.0.1/graphql"),
                new HttpTransportConfig(1, second, second, second, 1_000_000, "test", null, null),
                Duration.ofMinutes(5),
                0,
                second,
                second,
                SchemaCheck.LIVE,
                Duration.ofHours(1),
                100,
                Duration.ZERO,
                RateLimitConfig.OFF,
                null,
                CreditConfig.counting(new MemoryCreditLedger(), "test"));
        client = new LeadIQClient(config, new Answering(server), workers, scheduler, Clock.systemUTC(), metrics);
    }

    @AfterEach
    void stop() {
        client.close();
        workers.shutdownNow();
        scheduler.shutdownNow();
    }

    private List<LookupOutcome> ask(int lookups) {
        return ask(LeadIQOperation.SEARCH_PEOPLE, lookups);
    }

    private List<LookupOutcome> ask(LeadIQOperation operation, int lookups) {
        List<LeadIQRequest> requests = IntStream.range(0, lookups)
                .mapToObj(i -> {
                    ObjectNode arguments = MAPPER.createObjectNode();
                    arguments.putObject("input").put("email", "ada.sample" + i + "@example.com");
                    return new LeadIQRequest(operation, Selection.DEFAULT, arguments, FakeTransport.OPTIONS);
                })
                .toList();
        CompletableFuture<List<LookupOutcome>> outcomes = client.executeAll(requests);
        assertThat(outcomes).succeedsWithin(Duration.ofSeconds(30));
        return outcomes.join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data':null,'errors':[{'message':'b','path':['r0',null]}]}",
                "{'data':null,'errors':[{'message':'b','path':[null]}]}",
                "{'data':{'r0':null},'errors':[{'message':'b','path':['r0',{'a':1}]}]}",
                "{'data':[],'errors':null}",
                "{'data':{'r0':3,'r1':'x'}}",
                "{'errors':[null]}",
                "{'errors':['b']}"
            })
    void answersThatNoServerShouldGive(String answer) {
        start(request -> answer.replace((char) 39, '"'), LeadIQMetrics.NONE);

        assertThat(ask(2)).hasSize(2);
        assertThat(ask(1)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested", "rateLimited", "batched", "coalesced", "spent"})
    void aMeterThatThrows(String method) {
        LeadIQMetrics throwing = (LeadIQMetrics) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {LeadIQMetrics.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        throw new NoClassDefFoundError("invented");
                    }
                    return null;
                });
        start(EveryCallComesBackTest::nobody, throwing);

        assertThat(ask(3)).hasSize(3);
        assertThat(ask(1)).hasSize(1);
    }

    /** It is not that nobody was found. */
    @Test
    void aNullBesideAnErrorThatNamesNoneIsAFailure() {
        start(
                request ->
                        """
                        {"data": {"r0": null, "r1": {"totalResults": 0, "hasMore": false, "results": []}},
                         "errors": [{"message": "unavailable"}]}""",
                LeadIQMetrics.NONE);

        List<LookupOutcome> outcomes = ask(2);

        assertThat(outcomes.get(0).failure()).isInstanceOf(LeadIQGraphQLException.class);
        assertThat(outcomes.get(1).failure()).isNull();
    }

    /** What cannot be read is counted as reserved, and its neighbours for what they are. */
    @Test
    void anAnswerThatCannotBeCountedCostsItsNeighboursNothing() {
        start(
                request ->
                        """
                        {"data": {"r0": {"people": [{"person": {"workEmails": [{"odd": 1}]}}]}, "r1": {"people": []}}}""",
                LeadIQMetrics.NONE);

        List<LookupOutcome> outcomes = ask(LeadIQOperation.MATCH_PROFILE, 2);

        assertThat(outcomes).extracting(LookupOutcome::failure).containsOnlyNulls();
        assertThat(outcomes.get(0).credits().uncertain()).isTrue();
        assertThat(outcomes.get(1).credits().actual()).isZero();
    }

    private static String nobody(JsonNode request) {
        ObjectNode answer = MAPPER.createObjectNode();
        ObjectNode data = answer.putObject("data");
        ObjectNode found = MAPPER.createObjectNode().put("totalResults", 0).put("hasMore", false);
        found.putArray("results");
        if (request.get("query").textValue().contains("r0:")) {
            IntStream.range(0, request.get("variables").size()).forEach(i -> data.set("r" + i, found));
        } else {
            data.set("searchPeople", found);
        }
        return answer.toString();
    }

    private record Answering(Function<JsonNode, String> server) implements Transport {
        @Override
        public CompletableFuture<TransportResponse> send(TransportRequest request) {
            try {
                byte[] body = server.apply(MAPPER.readTree(request.body())).getBytes(StandardCharsets.UTF_8);
                return CompletableFuture.completedFuture(new TransportResponse(200, "application/json", null, body));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {}
    }
}
