/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The simulators in a process of their own, as a user runs them, so that none of their jars lies on the class path of
 * the project under test. The jar is the one that the system property {@code simulator.jar} names.
 */
public final class SimulatorProcess implements AutoCloseable {

    /** The LeadIQ simulator's key. */
    public static final String KEY = "demo-key-for-the-simulator-only";

    private static final Pattern LEADIQ = Pattern.compile("LeadIQ simulator listens on (\\S+)");
    private static final Pattern SALESFORCE = Pattern.compile("Salesforce simulator listens on (\\S+)");
    private static final Pattern SECRET = Pattern.compile("Opens with the client (\\S+) and the secret (\\S+)");

    private final Process process;
    private final List<String> lines = new ArrayList<>();

    private SimulatorProcess(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("simulator.jar"),
                "--port",
                "0"));
        command.addAll(List.of(options));
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts LeadIQ alone. */
    public static SimulatorProcess leadIQ() {
        SimulatorProcess simulator = new SimulatorProcess();
        simulator.awaitLine("Opens with the key");
        return simulator;
    }

    /** Starts LeadIQ and a Salesforce with invented records. */
    public static SimulatorProcess leadIQAndSalesforce() {
        SimulatorProcess simulator = new SimulatorProcess("--salesforce-port", "0");
        simulator.awaitLine("Opens with the client");
        return simulator;
    }

    private void awaitLine(String start) {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (line.startsWith(start)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("the simulator ended before it listened: " + lines);
    }

    /** What the option {@code url} of the component takes. */
    public String url() {
        return find(LEADIQ, 1);
    }

    /** What the option {@code loginUrl} of camel-salesforce takes. */
    public String salesforceUrl() {
        return find(SALESFORCE, 1);
    }

    public String salesforceClientId() {
        return find(SECRET, 1);
    }

    public String salesforceClientSecret() {
        return find(SECRET, 2);
    }

    private String find(Pattern pattern, int group) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::lookingAt)
                .map(matcher -> matcher.group(group))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not told by the simulator: " + pattern));
    }

    /** Ends the simulators. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
