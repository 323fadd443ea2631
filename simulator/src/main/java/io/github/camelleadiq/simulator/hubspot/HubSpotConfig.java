/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.hubspot;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** What a simulator was told. See {@link HubSpotSimulatorBuilder} for the meaning of each. */
record HubSpotConfig(
        int port, ApiPaths paths, long portalId, Map<String, Long> tokens, Duration latency, Clock clock) {}
