/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import io.github.camelleadiq.simulator.schema.SimulatedSchema;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** What a simulator was told. See {@link LeadIQSimulatorBuilder} for the meaning of each. */
record SimulatorConfig(
        int port,
        SimulatedSchema schema,
        Set<String> keys,
        ErrorStyle errorStyle,
        int requestsPerMinute,
        boolean retryAfter,
        boolean countAliases,
        BigDecimal credits,
        Duration latency,
        int population,
        boolean introspection,
        boolean nullableRoots,
        int maxAliases,
        int maxDocumentSize,
        int taskPolls,
        Duration taskDuration,
        Clock clock) {}
