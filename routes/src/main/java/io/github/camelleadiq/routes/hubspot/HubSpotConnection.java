/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;

/**
 * How HubSpot is reached: a bean that the route templates of {@code camel/leadiq-hubspot.yaml} name. Requests are authorized
 * by an access token (of a service key, of a project app or of a legacy private app), or by those of an OAuth app.
 */
public final class HubSpotConnection implements CamelContextAware {
    private CamelContext camelContext;
    private String baseUrl = "https://api.hubapi.com";
    private HubSpotPaths paths = new HubSpotPaths(HubSpotPaths.CURRENT);
    private int requestsPerTenSeconds = 100;
    private String accessToken;
    private String clientId;
    private String clientSecret;
    private String refreshToken;
    private RefreshTokenStore refreshTokenStore;
    private HubSpotApi api;

    synchronized HubSpotApi api() {
        if (api == null) {
            api = new HubSpotApi(
                    camelContext,
                    baseUrl,
                    paths,
                    requestsPerTenSeconds,
                    this::tokens,
                    Clock.systemUTC(),
                    duration -> Thread.sleep(duration.toMillis()));
        }
        return api;
    }

    private AccessTokens tokens(HubSpotApi door) {
        if (accessToken != null) {
            return new StaticToken(accessToken);
        }
        if (clientId == null || clientSecret == null || refreshToken == null && refreshTokenStore == null) {
            throw new IllegalArgumentException(
                    "HubSpot: give accessToken, or clientId, clientSecret and refreshToken of an OAuth app");
        }
        return new OAuthTokens(
                clientId,
                clientSecret,
                refreshToken,
                refreshTokenStore,
                form -> door.form(door.paths().token(), form),
                Clock.systemUTC());
    }

    /** One that lives until a person replaces it. */
    private record StaticToken(String token) implements AccessTokens {
        @Override
        public boolean refused(String refused) {
            return false;
        }

        /** Nothing of it: it is secret. */
        @Override
        public String toString() {
            return "StaticToken";
        }
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    /** Where HubSpot is; its own address by default. */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** The version of HubSpot's API: {@code 2026-09}, the default, or {@code v3}, which ends in September 2027. */
    public void setApiVersion(String apiVersion) {
        this.paths = new HubSpotPaths(apiVersion);
    }

    /** The most requests in ten seconds: 100 by default, which all accounts allow; 190 or more by plan. */
    public void setRequestsPerTenSeconds(int requestsPerTenSeconds) {
        this.requestsPerTenSeconds = requestsPerTenSeconds;
    }

    /** A token that does not end by itself. Secret. */
    public void setAccessToken(String accessToken) {
        this.accessToken = accessToken == null || accessToken.isBlank() ? null : accessToken.strip();
    }

    /** The id of an OAuth app. */
    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    /** The secret of an OAuth app. Secret. */
    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    /** The refresh token of an OAuth app, unless {@code refreshTokenStore} has one. Secret. */
    public void setRefreshToken(String refreshToken) {
        this.refreshToken = refreshToken;
    }

    /** Keeps refresh tokens that HubSpot replaces. */
    public void setRefreshTokenStore(RefreshTokenStore refreshTokenStore) {
        this.refreshTokenStore = refreshTokenStore;
    }
}
