/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.JsonBodies;
import io.github.camelleadiq.simulator.http.RawRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who may come in: static tokens, and those that an OAuth app gets for its refresh token. */
final class HubSpotTokens {
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Map<String, Long> appsByToken;
    private final OAuthApp app;
    private final long portalId;
    private final Clock clock;
    private final Map<String, Instant> expiries = new HashMap<>();
    private String refreshToken;
    private long granted;

    /**
     * An app that logs in by OAuth.
     *
     * @param rotates whether each refresh gives another refresh token and voids the one before
     */
    record OAuthApp(long id, String clientId, String clientSecret, String refreshToken, boolean rotates) {
        @Override
        public String toString() {
            return "OAuthApp[clientId=" + clientId + "]";
        }
    }

    /** @param appsByToken static tokens, each with the id of the app or key that it belongs to */
    HubSpotTokens(Map<String, Long> appsByToken, OAuthApp app, long portalId, Clock clock) {
        this.appsByToken = appsByToken;
        this.app = app;
        this.portalId = portalId;
        this.clock = clock;
        refreshToken = app.refreshToken();
    }

    /**
     * Whom the value of an {@code Authorization} header lets in.
     *
     * @throws HubSpotException if nobody
     */
    synchronized Author author(String authorization) {
        String[] words = authorization == null ? new String[0] : authorization.split(" ", 2);
        String token = words.length == 2 && words[0].equalsIgnoreCase("Bearer") ? words[1] : "";
        if (appsByToken.containsKey(token)) {
            return Author.app(appsByToken.get(token));
        }
        Instant expiry = expiries.get(token);
        if (expiry == null) {
            throw HubSpotException.of(401, "INVALID_AUTHENTICATION", "Authentication credentials not found.");
        }
        if (!clock.instant().isBefore(expiry)) {
            throw HubSpotException.of(401, "EXPIRED_AUTHENTICATION", "The OAuth token used to make this call expired.");
        }
        return Author.app(app.id());
    }

    /** The refresh token that is good now. */
    synchronized String refreshToken() {
        return refreshToken;
    }

    /** How many access tokens were given out. */
    synchronized long granted() {
        return granted;
    }

    /** All access tokens are void. */
    synchronized void revokeAll() {
        expiries.clear();
    }

    synchronized void reset() {
        expiries.clear();
        refreshToken = app.refreshToken();
        granted = 0;
    }

    synchronized HttpAnswer grant(RawRequest request) {
        if (!"application/x-www-form-urlencoded".equals(request.mediaType())) {
            return refused("BAD_GRANT_TYPE", "missing or unknown grant type");
        }
        Map<String, String> form = request.form();
        if (!"refresh_token".equals(form.get("grant_type"))) {
            return refused("BAD_GRANT_TYPE", "missing or unknown grant type");
        }
        if (!app.clientId().equals(form.get("client_id"))) {
            return refused("BAD_CLIENT_ID", "missing or unknown client id");
        }
        if (!app.clientSecret().equals(form.get("client_secret"))) {
            return refused("BAD_CLIENT_SECRET", "missing or invalid client secret");
        }
        if (!refreshToken.equals(form.get("refresh_token"))) {
            return refused("BAD_REFRESH_TOKEN", "missing or invalid refresh token");
        }
        String token = UUID.randomUUID().toString();
        expiries.put(token, clock.instant().plus(LIFE));
        granted++;
        if (app.rotates()) {
            refreshToken = UUID.randomUUID().toString();
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "bearer");
        answer.put("refresh_token", refreshToken);
        answer.put("access_token", token);
        answer.put("expires_in", LIFE.toSeconds());
        answer.put("hub_id", portalId);
        answer.put("scopes", List.of("oauth", "crm.objects.contacts.read", "crm.objects.contacts.write"));
        return HttpAnswer.json(200, JsonBodies.bytes(answer));
    }

    private static HttpAnswer refused(String status, String message) {
        return HttpAnswer.json(
                400,
                JsonBodies.bytes(Map.of(
                        "status",
                        status,
                        "message",
                        message,
                        "correlationId",
                        UUID.randomUUID().toString())));
    }
}
