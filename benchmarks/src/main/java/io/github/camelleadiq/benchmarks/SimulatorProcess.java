/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A simulator in a JVM of its own, so that its processor time and memory are not taken for those of a peer. */
final class SimulatorProcess implements AutoCloseable {

    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;
    private final URI url;

    /** @param requestsPerMinute what the server lets through; 0 for any number */
    SimulatorProcess(int requestsPerMinute) {
        process = ChildJvm.start("1g", SimulatorMain.class, String.valueOf(requestsPerMinute));
        commands = new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        url = URI.create(ask("url"));
    }

    URI url() {
        return url;
    }

    /** Makes every answer take at least so long. */
    void latency(Duration latency) {
        ask("latency " + latency.toMillis());
    }

    /** Universal Credits charged since the last reset. */
    BigDecimal credits() {
        return new BigDecimal(ask("credits"));
    }

    /** How many requests came in since the last reset. */
    long requests() {
        return Long.parseLong(ask("requests"));
    }

    /** How many requests the rate limit refused. */
    long refused() {
        return Long.parseLong(ask("refused"));
    }

    /** Forgets charges, free years and counts. */
    void reset() {
        ask("reset");
    }

    private String ask(String command) {
        commands.println(command);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("The simulator has ended");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
