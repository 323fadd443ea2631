/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Access tokens of an OAuth app, which live for half an hour (HubSpot's developer documentation, "OAuth"). A token is
 * replaced before it ends, once for all callers: those that come meanwhile wait for it.
 */
final class OAuthTokens implements AccessTokens {
    /** Before its end, for requests that are under way. */
    private static final Duration EARLY = Duration.ofMinutes(2);

    private final String clientId;
    private final String clientSecret;
    private final RefreshTokenStore store;
    private final Function<String, JsonNode> request;
    private final Clock clock;
    private String refreshToken;
    private String token;
    private Instant replaceAt = Instant.MIN;

    /**
     * @param refreshToken the first one, unless the store has another
     * @param request posts a form to the token endpoint, and gives the answer
     */
    OAuthTokens(
            String clientId,
            String clientSecret,
            String refreshToken,
            RefreshTokenStore store,
            Function<String, JsonNode> request,
            Clock clock) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.refreshToken = refreshToken;
        this.store = store;
        this.request = request;
        this.clock = clock;
    }

    @Override
    public synchronized String token() {
        if (token == null || !clock.instant().isBefore(replaceAt)) {
            refresh();
        }
        return token;
    }

    @Override
    public synchronized boolean refused(String refused) {
        if (refused.equals(token)) {
            refresh();
        }
        return true;
    }

    private void refresh() {
        token = null;
        String stored = store == null ? null : store.load();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", clientId);
        form.put("client_secret", clientSecret);
        form.put("refresh_token", stored == null ? refreshToken : stored);
        JsonNode answer = request.apply(form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
        String fresh = answer.path("access_token").asText("");
        if (fresh.isEmpty()) {
            throw new HubSpotCallException("NO_ACCESS_TOKEN", 0, true, false);
        }
        String next = answer.path("refresh_token").asText("");
        if (!next.isEmpty() && !next.equals(form.get("refresh_token"))) {
            // before it is used: a crash would leave us with one that may not be valid any more
            if (store != null) {
                store.store(next);
            }
            refreshToken = next;
        }
        token = fresh;
        replaceAt = clock.instant()
                .plusSeconds(answer.path("expires_in").asLong(EARLY.toSeconds()))
                .minus(EARLY);
    }

    /** Nothing of it: it is secret. */
    @Override
    public String toString() {
        return "OAuthTokens";
    }
}
