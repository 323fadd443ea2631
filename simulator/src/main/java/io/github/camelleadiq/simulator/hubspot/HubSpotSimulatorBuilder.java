/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sets up a simulated HubSpot. Everything has a default that suits a test. */
public final class HubSpotSimulatorBuilder {
    private final Map<String, Long> tokens = new LinkedHashMap<>();
    private int port;
    private String apiVersion = ApiPaths.DATED;
    private long portalId = HubSpotSimulator.PORTAL_ID;
    private boolean rotatesRefreshTokens;
    private int requestsPerTenSeconds;
    private int searchesPerSecond;
    private int requestsPerDay;
    private ZoneId timeZone = ZoneId.of("US/Eastern");
    private Duration indexLag = Duration.ZERO;
    private Duration latency = Duration.ZERO;
    private Clock clock = Clock.systemUTC();

    HubSpotSimulatorBuilder() {}

    /** Where to listen on 127.0.0.1; 0, the default, for any free port. */
    public HubSpotSimulatorBuilder port(int value) {
        port = value;
        return this;
    }

    /**
     * The one version whose paths there are: {@code 2026-09}, the default, or {@code v3}.
     *
     * @throws IllegalArgumentException for any other, at the start
     */
    public HubSpotSimulatorBuilder apiVersion(String value) {
        apiVersion = value;
        return this;
    }

    /** The account; {@link HubSpotSimulator#PORTAL_ID} by default. */
    public HubSpotSimulatorBuilder portalId(long value) {
        portalId = value;
        return this;
    }

    /**
     * A bearer token that is let in; may be called several times. {@link HubSpotSimulator#TOKEN} if never called.
     *
     * @param appId the app or key that writes with it: {@code sourceId} of its webhooks and of the history
     */
    public HubSpotSimulatorBuilder token(String value, long appId) {
        tokens.put(value, appId);
        return this;
    }

    /** Whether each refresh by OAuth gives another refresh token and voids the one before; no by default. */
    public HubSpotSimulatorBuilder rotatesRefreshTokens(boolean value) {
        rotatesRefreshTokens = value;
        return this;
    }

    /** How many requests other than searches are taken within any ten seconds; 0, the default, for any number. */
    public HubSpotSimulatorBuilder requestsPerTenSeconds(int value) {
        requestsPerTenSeconds = value;
        return this;
    }

    /** How many searches are taken within any second; 0, the default, for any number. */
    public HubSpotSimulatorBuilder searchesPerSecond(int value) {
        searchesPerSecond = value;
        return this;
    }

    /** How many requests are taken until the account's midnight; 0, the default, for any number. */
    public HubSpotSimulatorBuilder requestsPerDay(int value) {
        requestsPerDay = value;
        return this;
    }

    /** Where the account's midnight is; {@code US/Eastern} by default. */
    public HubSpotSimulatorBuilder timeZone(ZoneId value) {
        timeZone = value;
        return this;
    }

    /** How far searches are behind; by default they are not. */
    public HubSpotSimulatorBuilder indexLag(Duration value) {
        indexLag = value;
        return this;
    }

    /** How long every answer takes at least. */
    public HubSpotSimulatorBuilder latency(Duration value) {
        latency = value;
        return this;
    }

    /** Tells the time of changes, tokens, limits and signatures. */
    public HubSpotSimulatorBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** Starts to listen. */
    public HubSpotSimulator start() {
        return new HubSpotSimulator(new HubSpotConfig(
                port,
                new ApiPaths(apiVersion),
                portalId,
                tokens.isEmpty() ? Map.of(HubSpotSimulator.TOKEN, HubSpotSimulator.APP_ID) : Map.copyOf(tokens),
                new HubSpotTokens.OAuthApp(
                        HubSpotSimulator.APP_ID,
                        HubSpotSimulator.CLIENT_ID,
                        HubSpotSimulator.CLIENT_SECRET,
                        HubSpotSimulator.REFRESH_TOKEN,
                        rotatesRefreshTokens),
                new HubSpotLimits.Most(requestsPerTenSeconds, searchesPerSecond, requestsPerDay),
                timeZone,
                indexLag,
                latency,
                clock));
    }
}
