/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A Camel context with routes made as a test needs them, and a server whose every answer the test says. */
@Timeout(60)
abstract class WireTestSupport {

    static final String PLAIN_KEY = "invented-key-4711";
    static final String SECRET_KEY = base64(PLAIN_KEY + ":");
    static final String EMAIL = "ada.invented@example.com";
    static final Map<String, Object> PERSON = Map.of("email", EMAIL);
    static final String PEOPLE =
            "{\"totalResults\":1,\"hasMore\":false,\"results\":[{\"id\":\"p1\",\"name\":{\"fullName\":\"Ada Invented\"}}]}";
    static final String PEOPLE_ANSWER = data("searchPeople", PEOPLE);
    static final Map<String, Object> TASK = Map.of("id", "task-1");
    static final String CANCELLED_ANSWER = data("cancelCompanyTrackingTask", "{\"success\":true}");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig()
                    .bindAddress("127.0.0.1")
                    .dynamicPort()
                    .asynchronousResponseEnabled(true)
                    .asynchronousResponseThreads(32))
            .build();

    // Camel's own support for tests has another name with each JUnit; these tests run on Camels of both
    final CamelContext context = new DefaultCamelContext();
    final ProducerTemplate template = context.createProducerTemplate();

    @BeforeEach
    void startCamel() {
        context.getShutdownStrategy().setTimeout(10);
        context.start();
        template.start();
    }

    @AfterEach
    void stopCamel() {
        template.stop();
        context.stop();
    }

    /** The endpoint with the server, the key, the live schema and short delays, then the options given. */
    String endpoint(String operation, String... options) {
        return endpointAt(url(), operation, options);
    }

    static String endpointAt(String url, String operation, String... options) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("url", url);
        all.put("apiKey", "RAW(" + SECRET_KEY + ")");
        all.put("schemaCheck", "live");
        all.put("requestsPerMinute", "0");
        all.put("retryDelay", "10");
        all.put("maxRetryDelay", "40");
        for (String option : options) {
            all.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
        }
        return all.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining("&", "leadiq:" + operation + "?", ""));
    }

    static String url() {
        return "http://127.0.0.1:" + SERVER.getPort() + "/graphql";
    }

    /** Sends a message through a new route with nothing but the endpoint in it. */
    Exchange call(String uri, Object body, Map<String, Object> headers) {
        String start = route(uri);
        return template.request(start, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    Exchange call(String uri, Object body) {
        return call(uri, body, Map.of());
    }

    Exchange searchPeople(String... options) {
        return call(endpoint("searchPeople", options), PERSON);
    }

    Exchange cancelTask(String... options) {
        return call(endpoint("cancelCompanyTrackingTask", options), TASK);
    }

    /** Somebody whom no other number is: equal lookups on their way together would share one request. */
    static Map<String, Object> person(int number) {
        return Map.of("email", "invented" + number + "@example.com");
    }

    /** Adds a route and gives where it starts. */
    String route(String... uris) {
        String start = "direct:" + UUID.randomUUID();
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(start).to(uris);
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException("the route does not start", e);
        }
        return start;
    }

    static void answers(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            boolean last = i == answers.length - 1;
            SERVER.stubFor(post(anyUrl())
                    .inScenario("answers")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "answer " + i)
                    .willSetStateTo(last ? (i == 0 ? Scenario.STARTED : "answer " + i) : "answer " + (i + 1))
                    .willReturn(answers[i]));
        }
    }

    static void answersJson(String json) {
        answers(okJson(json));
    }

    static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    /** An error in a 200, as LeadIQ sends it. */
    static ResponseDefinitionBuilder errorInside(int status) {
        return okJson("{\"data\":null,\"errors\":[" + error("it went wrong", status) + "]}");
    }

    static String error(String message, int status) {
        return "{\"message\":\"" + message + "\",\"extensions\":{\"response\":{\"status\":" + status + "}}}";
    }

    static String data(String operation, String json) {
        return "{\"data\":{\"" + operation + "\":" + json + "}}";
    }

    static List<LoggedRequest> requests() {
        return SERVER.findAll(anyRequestedFor(anyUrl()));
    }

    static LoggedRequest onlyRequest() {
        List<LoggedRequest> requests = requests();
        if (requests.size() != 1) {
            throw new AssertionError("expected one request, but there were " + requests.size());
        }
        return requests.get(0);
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
