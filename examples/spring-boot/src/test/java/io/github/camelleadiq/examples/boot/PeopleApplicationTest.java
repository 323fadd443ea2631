/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.simulator.Fault;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import io.github.camelleadiq.simulator.LeadIQSimulatorExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service as it runs, over HTTP, between a client and the simulator. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "server.address=127.0.0.1")
class PeopleApplicationTest {

    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension();

    private final HttpClient http = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private ApplicationContext application;

    @DynamicPropertySource
    static void simulator(DynamicPropertyRegistry properties) {
        properties.add("camel.component.leadiq.url", () -> LEADIQ.simulator().url());
        properties.add("camel.component.leadiq.api-key", () -> LeadIQSimulator.DEMO_KEY);
    }

    @Test
    void aPersonIsFound() throws Exception {
        HttpResponse<String> answer = get("/people/ada.sample@example.com");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"name\":\"Ada Sample\"", "\"email\":\"ada.sample@example.com\"");
    }

    @Test
    void whoIsNotKnownIsNotFound() throws Exception {
        assertThat(get("/people/nobody@example.com").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoAddressIsABadRequestAndCostsNothing() throws Exception {
        assertThat(get("/people/%20").statusCode()).isEqualTo(400);
        assertThat(LEADIQ.simulator().meter().total(LeadIQSimulator.DEMO_KEY)).isEqualByComparingTo("0");
    }

    @Test
    void aKeyThatIsRefusedIsToldAsAFailureBehindUs() throws Exception {
        LEADIQ.simulator().faults().next(1, Fault.status(401));

        assertThat(get("/people/ada.sample@example.com").statusCode()).isEqualTo(502);
    }

    @Test
    void healthTellsOfLeadIQ() throws Exception {
        // the check belongs to the endpoint, which is there from the start
        HttpResponse<String> health = get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body())
                .contains("\"producer:leadiq-127.0.0.1\":\"UP\"")
                .doesNotContain(LeadIQSimulator.DEMO_KEY);
    }

    @Test
    void callsAndCreditsAreCounted() throws Exception {
        get("/people/grace.sample@example.com");

        assertThat(get("/actuator/metrics/leadiq.calls?tag=operation:searchPeople")
                        .body())
                .contains("\"statistic\":\"COUNT\"");
        assertThat(get("/actuator/metrics/leadiq.credits").body()).contains("\"baseUnit\":\"credits\"");
    }

    @Test
    void noDatabaseAppears() {
        assertThat(application.getBeansOfType(DataSource.class)).isEmpty();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
