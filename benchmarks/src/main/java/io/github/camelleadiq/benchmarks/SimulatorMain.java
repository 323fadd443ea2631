/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.benchmarks.subject.CommandLoop;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.time.Duration;
import java.util.Map;

/** The simulator in a JVM of its own. */
public final class SimulatorMain {

    private SimulatorMain() {}

    /** @param arguments the requests that a key may make in a minute; 0 for any number */
    public static void main(String[] arguments) throws Exception {
        try (LeadIQSimulator simulator = LeadIQSimulator.builder()
                .requestsPerMinute(Integer.parseInt(arguments[0]))
                .start()) {
            CommandLoop.serve(Map.of(
                    "url", value -> simulator.url(),
                    "credits", value -> simulator.meter().total(LeadIQSimulator.DEMO_KEY),
                    "requests", value -> simulator.requestCount(),
                    "lookups", value -> simulator.lookupCount(),
                    "refused", value -> simulator.rateLimitedCount(),
                    "latency",
                            value -> {
                                simulator.latency(Duration.ofMillis(Long.parseLong(value)));
                                return value;
                            },
                    "reset",
                            value -> {
                                simulator.reset();
                                return value;
                            }));
        }
    }
}
