/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final String USAGE = "{ usage { __typename } }";

    @Test
    void aKeyMayMakeSoManyRequestsAMinute() {
        SimulatorClock clock = new SimulatorClock();
        try (LeadIQSimulator simulator = LeadIQSimulator.builder()
                .key("a-key")
                .key("b-key")
                .requestsPerMinute(2)
                .retryAfter(true)
                .clock(clock)
                .start()) {
            Caller caller = new Caller(simulator, "a-key");
            caller.data(USAGE);
            clock.advance(Duration.ofSeconds(20));
            caller.data(USAGE);
            HttpResponse<String> refused = caller.post(USAGE, Map.of());
            assertThat(refused.statusCode()).isEqualTo(200);
            assertThat(refused.body()).contains("\"status\":429");
            assertThat(refused.headers().firstValue("Retry-After")).contains("40");
            new Caller(simulator, "b-key").data(USAGE);
            clock.advance(Duration.ofSeconds(40));
            caller.data(USAGE);
            assertThat(Caller.status(caller.ask(USAGE))).isEqualTo(429);
            assertThat(simulator.rateLimitedCount()).isEqualTo(2);
        }
    }

    @Test
    void everyLookupCanCountAndTheStatusCanBeReal() {
        try (LeadIQSimulator simulator = LeadIQSimulator.builder()
                .requestsPerMinute(3)
                .countAliases(true)
                .errorStyle(ErrorStyle.HTTP_STATUS)
                .start()) {
            Caller caller = new Caller(simulator);
            String two = "query { ...Both } fragment Both on Query { a: usage { __typename } b: usage { __typename } }";
            caller.data(two);
            HttpResponse<String> refused = caller.post(two, Map.of());
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
            assertThat(new Caller(simulator, "wrong").post(USAGE, Map.of()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void latencyHoldsBackAnswersWithoutHoldingThreads() {
        try (LeadIQSimulator simulator =
                LeadIQSimulator.builder().latency(Duration.ofMillis(300)).start()) {
            Caller caller = new Caller(simulator);
            long begin = System.nanoTime();
            var answers = IntStream.range(0, 40)
                    .mapToObj(i -> caller.postLater(USAGE))
                    .toList();
            await().atMost(Duration.ofSeconds(5)).until(() -> simulator.peakConcurrency() >= 40);
            answers.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
            assertThat(simulator.concurrency()).isZero();
            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .filter(t -> t.getName().startsWith("leadiq-simulator")))
                    .hasSizeLessThanOrEqualTo(17);
        }
    }

    @Test
    void aKeyWithoutCreditsIsRefusedBeforeItIsServed() {
        try (LeadIQSimulator simulator = LeadIQSimulator.builder().credits(1).start()) {
            Caller caller = new Caller(simulator);
            caller.data(LookupCall.EMAIL, LookupCall.by("email", "ada.lovelace@acme.example"));
            JsonNode refused = caller.ask(LookupCall.EMAIL, LookupCall.by("email", "bob.builder@acme.example"));
            assertThat(Caller.status(refused)).isEqualTo(402);
            assertThat(refused.get("data").isNull()).isTrue();
            // what was bought stays free, what is not found costs nothing
            caller.data(LookupCall.EMAIL, LookupCall.by("email", "ada.lovelace@acme.example"));
            caller.data(LookupCall.EMAIL, LookupCall.by("email", "nobody@acme.example"));
            assertThat(simulator.meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo("1");
        }
    }

    @Test
    void insufficientCreditsCanBeARealStatus() {
        try (LeadIQSimulator simulator = LeadIQSimulator.builder()
                .credits(0)
                .errorStyle(ErrorStyle.HTTP_STATUS)
                .start()) {
            assertThat(new Caller(simulator)
                            .post(LookupCall.EMAIL, LookupCall.by("email", "ada@acme.example"))
                            .statusCode())
                    .isEqualTo(402);
        }
    }
}
