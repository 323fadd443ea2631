/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQConstants;
import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees of the component in Micrometer. */
class MicrometerIT {

    private static final String PEOPLE = "leadiq:searchPeople?cache=memory&dataPoints=email,phone&input.limit=1";

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final LeadIQSimulator simulator = LeadIQSimulator.builder().start();
    private ProducerTemplate template;

    @BeforeEach
    void start() {
        LeadIQComponent component = new LeadIQComponent();
        component.getConfiguration().setUrl(simulator.url().toString());
        component.getConfiguration().setApiKey(LeadIQSimulator.DEMO_KEY);
        component.getConfiguration().setRequestsPerMinute(6_000);
        component.getConfiguration().setRetryDelay(Duration.ofMillis(5));
        context.addComponent(LeadIQConstants.SCHEME, component);
        context.getRegistry().bind("anyName", registry);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }

    @Test
    void everythingThatIsScarceIsCounted() {
        List<Object> people =
                new ArrayList<>(List.of(person("Ada Sample"), person("Bob Sample"), person("Cid Sample")));
        people.addAll(Collections.nCopies(2, person("Ada Sample")));
        send(PEOPLE, people);
        send(PEOPLE, person("Ada Sample"));
        simulator.faults().next(1, Fault.status(429).retryAfter(Duration.ofSeconds(1)));
        send(PEOPLE, person("Dan Sample"));
        send(PEOPLE, person("poison Sample"));

        assertThat(count("leadiq.calls")).isEqualTo(8);
        assertThat(count("leadiq.coalesced")).isEqualTo(2);
        assertThat(count("leadiq.cache.hits")).isEqualTo(1);
        assertThat(count("leadiq.rate.limited")).isEqualTo(1);
        assertThat(count("leadiq.failures", "exception", "LeadIQGraphQLException"))
                .isEqualTo(1);
        assertThat(count("leadiq.credits", "data.point", "phone")).isEqualTo(40);
        assertThat(count("leadiq.credits", "data.point", "email")).isEqualTo(4);
        assertThat(registry.get("leadiq.batch.size").summary().max()).isEqualTo(3);
        assertThat(registry.get("leadiq.requests")
                        .tag("operation", "searchPeople")
                        .timer()
                        .count())
                .isEqualTo(simulator.requestCount() - 1);
    }

    @Test
    void noMeterTellsWhoWasLookedUpOrWithWhichKey() {
        send(PEOPLE, person("Ada Sample"));

        assertThat(registry.getMeters()).isNotEmpty();
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .noneMatch(id -> id.toString().contains("Ada") || id.toString().contains(LeadIQSimulator.DEMO_KEY));
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private void send(String uri, Object body) {
        template.request(uri, exchange -> exchange.getMessage().setBody(body));
    }

    private static Map<String, Object> person(String name) {
        return Map.of("fullName", name, "company", Map.of("domain", "acme.example"));
    }
}
