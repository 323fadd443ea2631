/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HealthCheckTest {

    private static final String ID = "producer:leadiq-127.0.0.1";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort())
            .build();

    private final HandSetClock clock = new HandSetClock();
    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void serve() {
        LeadIQComponent component = new LeadIQComponent();
        component.setHealthChecks(new HealthChecks(clock));
        context.addComponent("leadiq", component);
        context.start();
        SERVER.stubFor(
                post(anyUrl()).willReturn(okJson("{\"data\":{\"usage\":{\"subscription\":{\"status\":\"ACTIVE\"}}}}")));
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void isUpWhenTheServerTakesTheKey() throws Exception {
        route("searchPeople", "invented-key");

        HealthCheck.Result result = check(ID).call();

        assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(result.getDetails().toString()).doesNotContain("invented-key");
    }

    @Test
    void isDownWithTheReasonWhenTheKeyIsRefused() throws Exception {
        SERVER.stubFor(post(anyUrl()).willReturn(unauthorized()));
        route("searchPeople", "invented-key");

        HealthCheck.Result result = check(ID).call();

        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage())
                .hasValueSatisfying(
                        message -> assertThat(message).contains("401").contains("API key"));
        assertThat(result.toString()).doesNotContain("invented-key");
    }

    @Test
    void asksOnceAMinuteAtMost() throws Exception {
        route("searchPeople", "invented-key");
        HealthCheck check = check(ID);

        check.call();
        check.call();
        clock.pass(Duration.ofSeconds(59));
        check.call();
        assertThat(questions()).hasSize(1);

        SERVER.stubFor(post(anyUrl()).willReturn(unauthorized()));
        clock.pass(Duration.ofSeconds(1));
        assertThat(check.call().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(check.call().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(questions()).hasSize(2);
    }

    @Test
    void asksForNothingButTheUsageWhichIsFree() throws Exception {
        route("removeAllTrackedCompanies", "invented-key");

        check(ID).call();

        assertThat(questions()).singleElement().satisfies(question -> {
            assertThat(question.path("operationName").asText()).isEqualTo("Usage");
            assertThat(question.path("query").asText())
                    .startsWith("query Usage")
                    .contains("usage{subscription{status}}");
        });
    }

    @Test
    void manyEndpointsWithOneKeyAreOneQuestion() throws Exception {
        route("searchPeople", "invented-key");
        route("searchCompany", "invented-key");
        route("searchPeople", "another-key");

        assertThat(checks()).containsExactlyInAnyOrder(ID, ID + "-2");
        check(ID).call();
        check(ID + "-2").call();
        assertThat(questions()).hasSize(2);
    }

    @Test
    void goesWithTheLastRouteThatNeedsIt() throws Exception {
        String first = route("searchPeople", "invented-key");
        String second = route("searchCompany", "invented-key");

        stop(first);
        assertThat(checks()).containsExactly(ID);
        assertThat(check(ID).call().getState()).isEqualTo(HealthCheck.State.UP);

        stop(second);
        assertThat(checks()).isEmpty();
    }

    @Test
    void isNotAskedWhereEachMessageBringsItsKey() throws Exception {
        String uri = uri("searchPeople") + "&apiKeyHeaderEnabled=true";
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:own-keys").to(uri);
            }
        });

        assertThat(check(ID).call().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(questions()).isEmpty();
    }

    private String route(String operation, String key) throws Exception {
        String id = operation + "-" + key;
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + id).routeId(id).to(uri(operation) + "&apiKey=" + key);
            }
        });
        return id;
    }

    private static String uri(String operation) {
        return "leadiq:" + operation + "?schemaCheck=live&requestsPerMinute=0&maxRetries=0&url=http://127.0.0.1:"
                + SERVER.getPort() + "/graphql";
    }

    private void stop(String route) throws Exception {
        context.getRouteController().stopRoute(route);
        context.removeRoute(route);
    }

    private HealthCheckRepository repository() {
        return HealthCheckHelper.getHealthCheckRepository(context, "producers");
    }

    private List<String> checks() {
        repository().setEnabled(true);
        return repository().stream().map(HealthCheck::getId).collect(Collectors.toList());
    }

    private HealthCheck check(String id) {
        repository().setEnabled(true);
        return repository().stream()
                .filter(check -> check.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> questions() {
        return SERVER.findAll(anyRequestedFor(anyUrl())).stream()
                .map(request -> {
                    try {
                        return JsonText.MAPPER.readTree(request.getBody());
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }
}
