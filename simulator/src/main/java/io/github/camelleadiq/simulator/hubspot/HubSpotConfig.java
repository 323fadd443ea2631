/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/** What a simulator was told. See {@link HubSpotSimulatorBuilder} for the meaning of each. */
record HubSpotConfig(
        int port,
        ApiPaths paths,
        long portalId,
        Map<String, Long> tokens,
        HubSpotTokens.OAuthApp app,
        HubSpotLimits.Most limits,
        ZoneId timeZone,
        Duration indexLag,
        Duration latency,
        Clock clock) {}
