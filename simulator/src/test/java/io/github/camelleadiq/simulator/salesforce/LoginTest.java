/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoginTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private final SalesforceCaller caller = new SalesforceCaller(simulator);

    @Test
    void aTokenTellsWhereToGoAndWhoOneIs() {
        JsonNode token = caller.login(SalesforceSimulator.CLIENT_SECRET);
        assertThat(token.get("instance_url").asText()).isEqualTo("http://127.0.0.1:" + simulator.port());
        assertThat(token.get("id").asText()).matches(".*/id/\\w{18}/" + SalesforceSimulator.API_USER);
        assertThat(token.get("issued_at").asText()).matches("\\d{13}");
        assertThat(token.has("signature")).isTrue();
    }

    @Test
    void passwordAndRefreshTokenOpenToo() {
        Map<String, String> app =
                Map.of("client_id", SalesforceSimulator.CLIENT_ID, "client_secret", SalesforceSimulator.CLIENT_SECRET);
        Map<String, String> password = new HashMap<>(app);
        password.putAll(Map.of(
                "grant_type",
                "password",
                "username",
                SalesforceSimulator.USER_NAME,
                "password",
                SalesforceSimulator.PASSWORD));
        JsonNode granted = caller.token(password);
        Map<String, String> refresh = new HashMap<>(app);
        refresh.put("grant_type", "refresh_token");
        refresh.put("refresh_token", granted.get("refresh_token").asText());
        assertThat(caller.token(refresh).has("access_token")).isTrue();
        password.put("password", "wrong");
        assertThat(caller.token(password).get("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void rotatedCredentialsShutOutWhoeverIsIn() {
        simulator.rotateCredentials("new-secret");
        HttpResponse<String> refused = caller.call("GET", "/limits", null);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("INVALID_SESSION_ID");
        assertThat(caller.login(SalesforceSimulator.CLIENT_SECRET).get("error").asText())
                .isEqualTo("invalid_client");
        caller.login("new-secret");
        assertThat(caller.call("GET", "/limits", null).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenCanBeRevoked() {
        caller.call("GET", "/services/oauth2/revoke?token=" + SalesforceCaller.encode(caller.token()), null);
        assertThat(caller.call("GET", "/limits", null).statusCode()).isEqualTo(401);
    }

    @Test
    void theDailyLimitEndsInRefusals() {
        simulator.usage().limit(2);
        HttpResponse<String> first = caller.call("GET", "/limits", null);
        assertThat(first.headers().firstValue("Sforce-Limit-Info")).contains("api-usage=1/2");
        assertThat(SalesforceCaller.tree(first)
                        .at("/DailyApiRequests/Remaining")
                        .asInt())
                .isEqualTo(1);
        caller.get("/limits");
        HttpResponse<String> over = caller.call("GET", "/limits", null);
        assertThat(over.statusCode()).isEqualTo(403);
        assertThat(over.body()).contains("REQUEST_LIMIT_EXCEEDED");
        assertThat(over.headers().firstValue("Sforce-Limit-Info")).contains("api-usage=2/2");
    }
}
