/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelleadiq.simulator.SimulatorClock;
import io.github.camelleadiq.simulator.hubspot.HubSpotCaller.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Associations, OAuth, the account and its limits. */
class HubSpotAccountTest {
    private final SimulatorClock clock = new SimulatorClock();
    private HubSpotSimulator simulator;
    private HubSpotCaller caller;

    private void start(String version, HubSpotSimulatorBuilder builder) {
        simulator = builder.apiVersion(version).clock(clock).start();
        caller = new HubSpotCaller(simulator, version);
    }

    @AfterEach
    void stop() {
        assertThat(simulator.contractErrors()).noneMatch(error -> error.contains("answered"));
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09", "v3"})
    void contactsHaveCompanies(String version) {
        start(version, HubSpotSimulator.builder());
        String contact = simulator.seed("contacts", Map.of("lastname", "Doe"));
        String lonely = simulator.seed("contacts", Map.of("lastname", "Roe"));
        String first = simulator.seed("companies", Map.of("name", "Acme"));
        String second = simulator.seed("companies", Map.of("name", "Bcme"));
        simulator.associate(contact, first);
        simulator.associate(contact, second);
        String path = (version.equals("v3") ? "/crm/v4/associations" : "/crm/associations/2026-09")
                + "/contacts/companies/batch/read";
        Answer answer = caller.post(
                path, Map.of("inputs", List.of(Map.of("id", contact), Map.of("id", lonely), Map.of("id", "17"))));
        assertThat(answer.status()).isEqualTo(version.equals("v3") ? 207 : 200);
        assertThat(answer.texts("/from/id")).containsExactly(contact);
        JsonNode to = answer.body().at("/results/0/to");
        assertThat(to.findValuesAsText("toObjectId")).containsExactly(first, second);
        assertThat(to.get(0).findValuesAsText("typeId")).containsExactly("1", "279");
        assertThat(to.get(1).findValuesAsText("typeId")).containsExactly("279");
        assertThat(answer.body().at("/errors/0/subCategory").asText())
                .isEqualTo("crm.associations.NO_ASSOCIATIONS_FOUND");
        assertThat(answer.body().get("numErrors").asInt()).isEqualTo(2);
        String merged = simulator.merge("companies", first, second);
        assertThat(caller.post(path, Map.of("inputs", List.of(Map.of("id", contact))))
                        .body()
                        .at("/results/0/to")
                        .findValuesAsText("toObjectId"))
                .containsExactly(merged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09", "v3"})
    void accessTokensLiveForHalfAnHour(String version) {
        start(version, HubSpotSimulator.builder().rotatesRefreshTokens(true));
        String path = "/oauth/" + version + "/token";
        JsonNode granted = refresh(path, HubSpotSimulator.REFRESH_TOKEN, HubSpotSimulator.CLIENT_SECRET)
                .body();
        assertThat(granted.get("expires_in").asInt()).isEqualTo(1_800);
        assertThat(granted.get("hub_id").asLong()).isEqualTo(HubSpotSimulator.PORTAL_ID);
        caller.token = granted.get("access_token").asText();
        clock.set(clock.instant().plusSeconds(1_799));
        assertThat(details(version).status()).isEqualTo(200);
        clock.set(clock.instant().plusSeconds(1));
        assertThat(details(version).status()).isEqualTo(401);
        assertThat(details(version).body().get("category").asText()).isEqualTo("EXPIRED_AUTHENTICATION");

        String next = granted.get("refresh_token").asText();
        assertThat(next).isEqualTo(simulator.refreshToken()).isNotEqualTo(HubSpotSimulator.REFRESH_TOKEN);
        Answer old = refresh(path, HubSpotSimulator.REFRESH_TOKEN, HubSpotSimulator.CLIENT_SECRET);
        assertThat(old.status()).isEqualTo(400);
        assertThat(old.body().get("status").asText()).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(refresh(path, next, "wrong").body().get("status").asText()).isEqualTo("BAD_CLIENT_SECRET");
        caller.token = refresh("/oauth/v1/token", next, HubSpotSimulator.CLIENT_SECRET)
                .body()
                .get("access_token")
                .asText();
        assertThat(details(version).status()).isEqualTo(200);
        assertThat(simulator.tokensGranted()).isEqualTo(2);
        simulator.revokeTokens();
        assertThat(details(version).status()).isEqualTo(401);
    }

    @Test
    void theRefreshTokenStaysUnlessItRotates() {
        start("2026-09", HubSpotSimulator.builder());
        Answer granted =
                refresh("/oauth/2026-09/token", HubSpotSimulator.REFRESH_TOKEN, HubSpotSimulator.CLIENT_SECRET);
        assertThat(granted.body().get("refresh_token").asText()).isEqualTo(HubSpotSimulator.REFRESH_TOKEN);
    }

    @Test
    void requestsAreLimitedWithinTenSeconds() {
        start("2026-09", HubSpotSimulator.builder().requestsPerTenSeconds(2));
        assertThat(properties().raw().headers().firstValue("X-HubSpot-RateLimit-Max"))
                .contains("2");
        assertThat(properties().status()).isEqualTo(200);
        Answer refused = properties();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().get("policyName").asText()).isEqualTo("TEN_SECONDLY_ROLLING");
        assertThat(refused.raw().headers().firstValue("X-HubSpot-RateLimit-Interval-Milliseconds"))
                .contains("10000");
        assertThat(search().status()).isEqualTo(200);
        clock.set(clock.instant().plusSeconds(10));
        assertThat(properties().status()).isEqualTo(200);
        assertThat(simulator.rateLimitedCount()).isEqualTo(1);
    }

    @Test
    void searchesAreLimitedWithinASecond() {
        start("2026-09", HubSpotSimulator.builder().searchesPerSecond(1).requestsPerDay(100));
        Answer search = search();
        assertThat(search.raw().headers().firstValue("X-HubSpot-RateLimit-Daily-Remaining"))
                .contains("99");
        assertThat(search.raw().headers().firstValue("X-HubSpot-RateLimit-Max")).isEmpty();
        Answer refused = search();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().has("policyName")).isFalse();
        assertThat(refused.body().get("message").asText()).contains("secondly");
        assertThat(properties().status()).isEqualTo(200);
        clock.set(clock.instant().plusSeconds(1));
        assertThat(search().status()).isEqualTo(200);
    }

    @Test
    void theDayEndsAtTheAccountsMidnight() {
        clock.set(Instant.parse("2026-03-01T04:30:00Z"));
        start("2026-09", HubSpotSimulator.builder().requestsPerDay(1));
        assertThat(properties().status()).isEqualTo(200);
        Answer refused = properties();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().get("policyName").asText()).isEqualTo("DAILY");
        assertThat(details("2026-09").body().get("timeZone").asText()).isEqualTo("US/Eastern");
        JsonNode usage = caller.get("/account-info/2026-09/api-usage/daily/private-apps")
                .body()
                .at("/results/0");
        assertThat(usage.get("usageLimit").asInt()).isEqualTo(1);
        assertThat(usage.get("resetsAt").asText()).isEqualTo("2026-03-01T05:00:00Z");
        clock.set(Instant.parse("2026-03-01T05:00:00Z"));
        assertThat(properties().status()).isEqualTo(200);
    }

    private Answer refresh(String path, String refreshToken, String secret) {
        return caller.send(
                "POST",
                path,
                "application/x-www-form-urlencoded;charset=utf-8",
                "grant_type=refresh_token&client_id=" + HubSpotSimulator.CLIENT_ID + "&client_secret=" + secret
                        + "&refresh_token=" + refreshToken);
    }

    private Answer details(String version) {
        return caller.get("/account-info/" + version + "/details");
    }

    private Answer properties() {
        return caller.get(caller.crm("properties", "/contacts"));
    }

    private Answer search() {
        return caller.post(caller.crm("objects", "/contacts/search"), Map.of());
    }
}
