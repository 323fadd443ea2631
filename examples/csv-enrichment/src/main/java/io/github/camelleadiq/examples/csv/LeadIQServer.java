/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Who is asked: LeadIQ, or without a key the simulator inside this program.
 *
 * @param url where the GraphQL endpoint is
 * @param apiKey opens it
 * @param simulator null when LeadIQ itself is asked
 */
record LeadIQServer(String url, String apiKey, LeadIQSimulator simulator) implements AutoCloseable {

    static final String API_KEY = "LEADIQ_API_KEY";

    private static final String LEADIQ = "https://api.leadiq.com/graphql";

    /** @throws IllegalArgumentException when a URL is given, but no key for it */
    static LeadIQServer of(CsvOptions options, Map<String, String> environment) {
        String key = environment.getOrDefault(API_KEY, "").strip();
        if (!key.isEmpty()) {
            return new LeadIQServer(options.url() == null ? LEADIQ : options.url(), key, null);
        }
        if (options.url() != null) {
            throw new IllegalArgumentException("--url needs a key: set the environment variable " + API_KEY);
        }
        LeadIQSimulator simulator = LeadIQSimulator.builder().start();
        return new LeadIQServer(simulator.url().toString(), LeadIQSimulator.DEMO_KEY, simulator);
    }

    boolean isSimulated() {
        return simulator != null;
    }

    /** What the simulator has charged. */
    Optional<BigDecimal> meter() {
        return Optional.ofNullable(simulator).map(metered -> metered.meter().total(LeadIQSimulator.DEMO_KEY));
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "LeadIQServer[" + url + "]";
    }
}
