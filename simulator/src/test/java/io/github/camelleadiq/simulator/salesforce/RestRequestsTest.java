/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything looks at the records. */
class RestRequestsTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private final SalesforceCaller caller = new SalesforceCaller(simulator);

    @ParameterizedTest
    @ValueSource(strings = {"v42.0", "v99.0", "v60", "v60.5", "60.0", "latest"})
    void unknownVersionsDoNotExist(String version) {
        HttpResponse<String> refused = caller.call("GET", "/services/data/" + version + "/limits", null);
        assertThat(refused.statusCode()).isEqualTo(404);
        JsonNode error = SalesforceCaller.tree(refused);
        assertThat(error.at("/0/errorCode").asText()).isEqualTo("NOT_FOUND");
        assertThat(error.at("/0/message").asText()).isEqualTo("The requested resource does not exist");
    }

    @Test
    void everyVersionThatIsListedExists() {
        JsonNode versions = caller.get("/services/data");
        assertThat(versions).hasSizeGreaterThan(5);
        versions.forEach(
                version -> assertThat(caller.call("GET", version.get("url").asText() + "/limits", null)
                                .statusCode())
                        .as(version.toString())
                        .isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain;charset=UTF-8", "application/x-www-form-urlencoded", "text/csv"})
    void onlyJsonIsTaken(String mediaType) {
        Map<String, Object> body = Map.of("LastName", "Doe", "Company", "Acme");
        HttpResponse<String> refused = caller.call("POST", "/sobjects/Lead", body, "Content-Type", mediaType);
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.body()).contains("UNSUPPORTED_MEDIA_TYPE", mediaType.split(";")[0]);
        assertThat(simulator.records("Lead")).isEmpty();
        assertThat(caller.call("POST", "/sobjects/Lead", body, "Content-Type", "application/json; charset=UTF-8")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void longUrisAreRefused() {
        String fits = "SELECT Id FROM Lead WHERE LastName = '" + "x".repeat(15_000) + "'";
        assertThat(caller.query(fits).get("totalSize").asInt()).isZero();
        String path = "/query?q=" + SalesforceCaller.encode(fits.replace("xxxx", "xxxxx"));
        assertThat(path.length()).isGreaterThan(16_384);
        HttpResponse<String> refused = caller.call("GET", path, null);
        assertThat(refused.statusCode()).isEqualTo(414);
        assertThat(refused.body()).contains("URI Too Long");
        // it is refused before anything counts it
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void longHeadersAreRefused() {
        assertThat(caller.call("GET", "/limits", null, "X-Long", "x".repeat(15_000))
                        .statusCode())
                .isEqualTo(200);
        assertThat(caller.call("GET", "/limits", null, "X-Long", "x".repeat(16_384))
                        .statusCode())
                .isEqualTo(431);
    }

    @Test
    void whatIsNoJsonIsRefusedAsAWhole() {
        HttpResponse<String> refused = caller.call("PATCH", "/composite/sobjects", List.of("not", "an", "object"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("JSON_PARSER_ERROR");
    }
}
