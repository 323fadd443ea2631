/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.LookupResult;
import io.github.camelleadiq.client.CallCredits;
import io.github.camelleadiq.client.LeadIQGraphQLException;
import io.github.camelleadiq.client.credit.LeadIQCreditListener;
import io.github.camelleadiq.pacing.FastClock;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thousands of lookups under LeadIQ's limit, with what goes wrong on an ordinary day, to the last record and credit. */
class ThroughputIT {

    /** So many times faster does the simulator's minute pass. */
    private static final int HASTE = 5;

    private static final int PER_MINUTE = 60;
    private static final int LOOKUPS = 3_000;
    private static final int EVERY_POISONED = 20;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<CallCredits> spent = new CopyOnWriteArrayList<>();
    private LeadIQSimulator simulator;

    @BeforeEach
    void start() {
        simulator = LeadIQSimulator.builder()
                .requestsPerMinute(PER_MINUTE)
                .clock(new FastClock(HASTE))
                .start();
        LeadIQComponent component = new LeadIQComponent();
        component.getConfiguration().setUrl(simulator.url().toString());
        component.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        // a burst, and a request that is held up on its way, weigh more in a short minute than in a whole one
        component.getConfiguration().setRequestsPerMinute((PER_MINUTE - 10) * HASTE);
        component.getConfiguration().setRetryDelay(Duration.ofMillis(50));
        component.getConfiguration().setMaxRetryDelay(Duration.ofMillis(500));
        context.addComponent(LeadIQConstants.SCHEME, component);
        context.getRegistry().bind("spent", (LeadIQCreditListener) (operation, credits) -> spent.add(credits));
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }

    @Test
    void threeThousandMixedLookupsTakeAboutAMinutesRequests() {
        simulator
                .faults()
                .random(
                        4711,
                        0.1,
                        Fault.status(500),
                        Fault.status(502),
                        Fault.graphql(500),
                        Fault.reset(),
                        Fault.resetAfterProcessing(),
                        Fault.truncated());

        List<CompletableFuture<Exchange>> sent = List.of(
                list("searchPeople", "email", i -> person("Ada", i)),
                list("searchPeople", "phone,profile", i -> person("Bob", i)),
                list("searchCompany", "company", i -> Map.of("domain", name("", i) + ".example")));
        List<LookupResult> results = new ArrayList<>();
        for (CompletableFuture<Exchange> exchange : sent) {
            results.addAll(results(exchange.join()));
        }

        assertThat(results).hasSize(LOOKUPS);
        assertThat(results)
                .filteredOn(result -> result.failure() != null)
                .hasSize(LOOKUPS / EVERY_POISONED)
                .allSatisfy(result -> assertThat(result.failure()).isInstanceOf(LeadIQGraphQLException.class));
        // a good minute: each batch with a poisoned record goes twice, and a tenth of all go again
        assertThat(simulator.requestCount()).isLessThan(PER_MINUTE * 3 / 2);
        assertThat(spent.stream().map(CallCredits::actual).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(simulator.meter().total(LeadIQSimulator.DEMO_KEY))
                .isGreaterThan(BigDecimal.valueOf(LOOKUPS));
        assertThat(spent).hasSize(LOOKUPS - LOOKUPS / EVERY_POISONED);
    }

    private CompletableFuture<Exchange> list(String operation, String dataPoints, IntFunction<Object> input) {
        List<Object> body = IntStream.range(0, LOOKUPS / 3).mapToObj(input).toList();
        return context.createProducerTemplate()
                .asyncSend(
                        "leadiq:" + operation + "?creditListener=#spent&dataPoints=" + dataPoints,
                        exchange -> exchange.getMessage().setBody(body));
    }

    private static Map<String, Object> person(String first, int number) {
        return Map.of("fullName", name(first + " ", number), "company", Map.of("domain", "acme.example"));
    }

    private static String name(String first, int number) {
        return first + (number % EVERY_POISONED == 0 ? "poison" : "sample") + number;
    }

    @SuppressWarnings("unchecked")
    private static List<LookupResult> results(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(List.class);
    }
}
