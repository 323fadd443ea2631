/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HttpTest {
    @RegisterExtension
    static final LeadIQSimulatorExtension LEADIQ = new LeadIQSimulatorExtension(LeadIQSimulator.builder()
            .key("first-test-key")
            .key("second-test-key")
            .maxDocumentSize(20_000)
            .maxAliases(2));

    private final LeadIQSimulator simulator = LEADIQ.simulator();
    private final Caller caller = new Caller(simulator, "first-test-key");

    @Test
    void onlyPostOfJsonIsServed() {
        HttpRequest.Builder get = HttpRequest.newBuilder(simulator.url()).GET();
        assertThat(caller.send(get.build()).statusCode()).isEqualTo(405);
        HttpRequest.Builder text = HttpRequest.newBuilder(simulator.url())
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(caller.send(text.build()).statusCode()).isEqualTo(415);
        assertThat(caller.send(caller.raw("{\"query\":").build()).statusCode()).isEqualTo(400);
        assertThat(caller.send(caller.raw("[]").build()).statusCode()).isEqualTo(400);
        assertThat(caller.send(caller.raw("{\"variables\":{}}").build()).statusCode())
                .isEqualTo(400);
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void anOversizedBodyIsRefusedWhetherItsLengthIsAnnouncedOrNot() {
        byte[] big = new byte[6 * 1024 * 1024];
        HttpRequest.Builder announced = caller.raw("").POST(HttpRequest.BodyPublishers.ofByteArray(big));
        HttpRequest.Builder chunked =
                caller.raw("").POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(big)));
        assertThat(caller.send(announced.build()).statusCode()).isEqualTo(413);
        assertThat(caller.send(chunked.build()).statusCode()).isEqualTo(413);
    }

    @Test
    void anyOfTheKeysOpensAndNothingElse() {
        assertThat(caller.ask("{ usage { subscription { status } } }").has("errors"))
                .isFalse();
        assertThat(new Caller(simulator, "second-test-key")
                        .ask("{ usage { subscription { status } } }")
                        .has("errors"))
                .isFalse();
        JsonNode refused = new Caller(simulator, "other").ask("{ usage { subscription { status } } }");
        assertThat(Caller.status(refused)).isEqualTo(401);
        assertThat(refused.get("data").isNull()).isTrue();
        assertThat(Caller.status(new Caller(simulator, null).ask("{ usage { subscription { status } } }")))
                .isEqualTo(401);
    }

    @Test
    void theSchemaIsOpenToAnybodyUnlessSwitchedOff() {
        Caller anonymous = new Caller(simulator, null);
        assertThat(anonymous
                        .data("{ __schema { queryType { name } } }")
                        .at("/__schema/queryType/name")
                        .asText())
                .isEqualTo("Query");
        assertThat(Caller.status(anonymous.ask("{ __schema { queryType { name } } usage { __typename } }")))
                .isEqualTo(401);
        simulator.introspection(false);
        assertThat(anonymous
                        .ask("{ __schema { queryType { name } } }")
                        .at("/errors/0/message")
                        .asText())
                .contains("introspection is not allowed");
        assertThat(simulator.requests()).hasSize(3).allMatch(SimulatedRequest::anonymous);
    }

    @Test
    void aDocumentThatDoesNotFitTheSchemaIsToldSoAndCounted() {
        JsonNode answer = caller.ask("{ usage { subscription { colour } } }");
        assertThat(answer.at("/errors/0/message").asText()).contains("colour");
        assertThat(answer.at("/errors/0/locations/0/line").asInt()).isEqualTo(1);
        assertThat(answer.has("data")).isFalse();
        assertThat(caller.ask("{ usage {").at("/errors/0/message").asText()).contains("Invalid syntax");
        assertThat(caller.ask(LookupCall.EMAIL, LookupCall.by("limit", "ten"))
                        .at("/errors/0/message")
                        .asText())
                .contains("'Int'");
        assertThat(simulator.validationErrors()).hasSize(3);
    }

    @Test
    void scalarsAreCoercedStrictly() {
        String feedback = "mutation($i: ApiPersonFeedback!) { submitPersonFeedback(input: $i) }";
        for (Object good : new Object[] {"2026-01-02T03:04:05Z", "2026-01-02T03:04:05+02:00", 1767322800000L}) {
            assertThat(caller.ask(feedback, Map.of("i", Map.of("value", "x", "lastSeen", good)))
                            .has("errors"))
                    .isFalse();
        }
        for (Object bad : new Object[] {"yesterday", "2026-01-02", 1.5, true}) {
            assertThat(caller.ask(feedback, Map.of("i", Map.of("value", "x", "lastSeen", bad)))
                            .has("errors"))
                    .isTrue();
        }
        String search = "query($i: FlatSearchInput!) { flatAdvancedSearch(input: $i) { totalPeople } }";
        for (Object bad : new Object[] {"1", 1.5}) {
            Map<String, Object> contact = Map.of("contactFilter", Map.of("newHireFrom", bad));
            assertThat(caller.ask(search, Map.of("i", contact)).has("errors")).isTrue();
        }
    }

    @Test
    void theOperationNameChooses() throws IOException {
        String document = "query A { usage { __typename } } query B { account { __typename } }";
        String body = Caller.JSON.writeValueAsString(Map.of("query", document, "operationName", "B"));
        String answer = caller.send(caller.raw(body).build()).body();
        assertThat(Caller.JSON.readTree(answer).at("/data/account/__typename").asText())
                .isEqualTo("Account");
        assertThat(simulator.requests().get(0).operationName()).isEqualTo("B");
    }

    @Test
    void answersAreCompressedWhenAskedFor() throws Exception {
        HttpRequest request = caller.request("{ __schema { types { name } } }", Map.of())
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
        assertThat(Caller.JSON.readTree(plain).at("/data/__schema/types")).hasSizeGreaterThan(100);
    }

    @Test
    void documentsAndAliasesCanBeLimited() {
        assertThat(caller.post("{ usage { __typename } } #" + "x".repeat(20_000), Map.of())
                        .statusCode())
                .isEqualTo(413);
        assertThat(caller.ask("{ a: usage { __typename } b: usage { __typename } }")
                        .has("errors"))
                .isFalse();
        assertThat(caller.ask("{ a: usage { __typename } b: usage { __typename } c: usage { __typename } }")
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("Aliases limit of 2 exceeded, found 3.");
    }

    @Test
    void requestsAreRecordedWithoutTheKey() {
        caller.data(LookupCall.EMAIL, LookupCall.by("email", "ada.lovelace@acme.example"));
        caller.data("{ a: usage { __typename } b: usage { __typename } }");
        assertThat(simulator.requestCount()).isEqualTo(2);
        assertThat(simulator.lookupCount()).isEqualTo(3);
        SimulatedRequest request = simulator.requests().get(0);
        assertThat(request.operationName()).isEqualTo("Find");
        assertThat(request.mentions("ada.lovelace@acme.example")).isTrue();
        assertThat(request.headerNames()).contains("authorization", "content-type");
        assertThat(request.toString()).doesNotContain("first-test-key");
        simulator.reset();
        assertThat(simulator.requests()).isEmpty();
        assertThat(simulator.lookupCount()).isZero();
    }
}
