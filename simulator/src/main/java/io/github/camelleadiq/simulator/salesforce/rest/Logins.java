/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.rest;

import io.github.camelleadiq.simulator.http.HttpAnswer;
import io.github.camelleadiq.simulator.http.JsonBodies;
import io.github.camelleadiq.simulator.http.RawRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who may come in: OAuth tokens for one connected app and one user. */
public final class Logins {
    private static final String ORG = "00D5i0000000001EAA";

    private final Clock clock;
    private final String userId;
    private final Credentials initial;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    private volatile String secret;

    /** What a client must know. */
    public record Credentials(
            String clientId, String clientSecret, String userName, String password, String refreshToken) {
        @Override
        public String toString() {
            return "Credentials[clientId=" + clientId + "]";
        }
    }

    public Logins(Credentials credentials, Clock clock, String userId) {
        this.clock = clock;
        this.userId = userId;
        initial = credentials;
        secret = credentials.clientSecret();
        refreshTokens.add(credentials.refreshToken());
    }

    /** Whether the value of an {@code Authorization} header is let in. */
    public boolean isAuthorized(String authorization) {
        if (authorization == null) {
            return false;
        }
        String[] words = authorization.split(" ", 2);
        return words.length == 2
                && (words[0].equalsIgnoreCase("Bearer") || words[0].equalsIgnoreCase("OAuth"))
                && tokens.contains(words[1]);
    }

    /** All access tokens are void. */
    public void revokeAll() {
        tokens.clear();
    }

    /** All access tokens are void, and only the new secret opens. */
    public void rotate(String newSecret) {
        secret = newSecret;
        revokeAll();
    }

    /** The first secret opens again; whoever is in may stay. */
    public void reset() {
        secret = initial.clientSecret();
        refreshTokens.add(initial.refreshToken());
    }

    HttpAnswer token(RawRequest request, String instance) {
        Map<String, String> form = request.form();
        if (!Objects.equals(form.get("client_id"), initial.clientId())) {
            return refused("invalid_client_id", "client identifier invalid");
        }
        if (!Objects.equals(form.get("client_secret"), secret)) {
            return refused("invalid_client", "invalid client credentials");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> granted(instance, null);
            case "password" ->
                Objects.equals(form.get("username"), initial.userName())
                                && Objects.equals(form.get("password"), initial.password())
                        ? granted(instance, initial.refreshToken())
                        : refused("invalid_grant", "authentication failure");
            case "refresh_token" ->
                refreshTokens.contains(form.getOrDefault("refresh_token", ""))
                        ? granted(instance, null)
                        : refused("invalid_grant", "expired access/refresh token");
            default -> refused("unsupported_grant_type", "grant type not supported");
        };
    }

    HttpAnswer revoke(RawRequest request) {
        String token = request.method().equals("GET")
                ? request.parameters().get("token")
                : request.form().get("token");
        return token != null && (tokens.remove(token) | refreshTokens.remove(token))
                ? HttpAnswer.bodiless(200)
                : refused("unsupported_token_type", "this token is not known");
    }

    private HttpAnswer granted(String instance, String refreshToken) {
        String token = ORG.substring(0, 15) + "!" + UUID.randomUUID().toString().replace("-", "");
        tokens.add(token);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token);
        if (refreshToken != null) {
            answer.put("refresh_token", refreshToken);
        }
        answer.put("instance_url", instance);
        answer.put("id", instance + "/id/" + ORG + "/" + userId);
        answer.put("token_type", "Bearer");
        answer.put("scope", "api");
        answer.put("issued_at", String.valueOf(clock.millis()));
        answer.put("signature", "c2ltdWxhdGVk");
        return HttpAnswer.json(200, JsonBodies.bytes(answer));
    }

    private static HttpAnswer refused(String error, String description) {
        return HttpAnswer.json(400, JsonBodies.bytes(Map.of("error", error, "error_description", description)));
    }
}
