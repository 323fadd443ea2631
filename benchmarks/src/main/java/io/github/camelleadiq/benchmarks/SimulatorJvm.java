/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;

/** A simulator in a JVM of its own, so that its processor time and memory are not taken for those of a peer. */
final class SimulatorJvm implements AutoCloseable {

    private final ServerProcess process;
    private final URI url;

    /** @param requestsPerMinute what the server lets through; 0 for any number */
    SimulatorJvm(int requestsPerMinute) {
        process = new ServerProcess("1g", SimulatorMain.class, String.valueOf(requestsPerMinute));
        url = URI.create(process.ask("url"));
    }

    URI url() {
        return url;
    }

    /** Makes every answer take at least so long. */
    void latency(Duration latency) {
        process.ask("latency " + latency.toMillis());
    }

    /** Universal Credits charged since the last reset. */
    BigDecimal credits() {
        return new BigDecimal(process.ask("credits"));
    }

    /** How many requests came in since the last reset. */
    long requests() {
        return Long.parseLong(process.ask("requests"));
    }

    /** How many lookups those had. */
    long lookups() {
        return Long.parseLong(process.ask("lookups"));
    }

    /** How many requests the rate limit refused. */
    long refused() {
        return Long.parseLong(process.ask("refused"));
    }

    /** Forgets charges, free years and counts. */
    void reset() {
        process.ask("reset");
    }

    @Override
    public void close() {
        process.close();
    }
}
