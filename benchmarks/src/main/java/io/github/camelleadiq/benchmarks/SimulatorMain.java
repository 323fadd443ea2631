/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;

/** The simulator in a JVM of its own, told what to do line by line; each line is answered by one. */
public final class SimulatorMain {

    private static final Map<String, BiFunction<LeadIQSimulator, String, Object>> COMMANDS = Map.of(
            "url", (simulator, value) -> simulator.url(),
            "credits", (simulator, value) -> simulator.meter().total(LeadIQSimulator.DEMO_KEY),
            "requests", (simulator, value) -> simulator.requestCount(),
            "refused", (simulator, value) -> simulator.rateLimitedCount(),
            "latency",
                    (simulator, value) -> {
                        simulator.latency(Duration.ofMillis(Long.parseLong(value)));
                        return value;
                    },
            "reset",
                    (simulator, value) -> {
                        simulator.reset();
                        return value;
                    });

    private SimulatorMain() {}

    /** @param arguments the requests that a key may make in a minute; 0 for any number */
    public static void main(String[] arguments) throws IOException {
        try (LeadIQSimulator simulator = LeadIQSimulator.builder()
                        .requestsPerMinute(Integer.parseInt(arguments[0]))
                        .start();
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            // the end of the input is the end of the parent
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", 2);
                System.out.println(COMMANDS.get(words[0]).apply(simulator, words.length > 1 ? words[1] : ""));
            }
        }
    }
}
