/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorBuilder;
import io.github.camelleadiq.simulator.salesforce.SeedPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Runs the LeadIQ simulator from the command line until it is stopped; with {@code --salesforce-port} a Salesforce with
 * invented records beside it.
 */
public final class Main {
    private static final SeedPlan DEMO = SeedPlan.of(200, 100, 20);
    private static final Map<String, BiConsumer<Setup, String>> OPTIONS = new LinkedHashMap<>();

    static {
        OPTIONS.put("--port", (s, value) -> s.leadIQ.port(between(value, 0, 65_535)));
        OPTIONS.put("--dialect", (s, value) -> s.leadIQ.dialect(Dialect.valueOf(value.toUpperCase(Locale.ROOT))));
        OPTIONS.put("--requests-per-minute", (s, value) -> s.leadIQ.requestsPerMinute(between(value, 0, 1_000_000)));
        OPTIONS.put("--key", (s, value) -> s.leadIQ.key(value));
        OPTIONS.put("--credits", (s, value) -> s.leadIQ.credits(new BigDecimal(value)));
        OPTIONS.put("--latency-ms", (s, value) -> s.leadIQ.latency(Duration.ofMillis(between(value, 0, 600_000))));
        OPTIONS.put("--population", (s, value) -> s.leadIQ.population(between(value, 0, 1_000_000)));
        OPTIONS.put("--salesforce-port", (s, value) -> {
            s.salesforce = SalesforceSimulator.builder().port(between(value, 0, 65_535));
        });
    }

    /** What the options ask for. */
    static final class Setup {
        private final LeadIQSimulatorBuilder leadIQ =
                LeadIQSimulator.builder().port(8089).requestsPerMinute(60);
        private SalesforceSimulatorBuilder salesforce;

        LeadIQSimulatorBuilder leadIQ() {
            return leadIQ;
        }

        /** Null if not asked for. */
        SalesforceSimulatorBuilder salesforce() {
            return salesforce;
        }
    }

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        // the jar brings no logging: say nothing about that
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        try {
            Setup setup = parse(arguments);
            try (LeadIQSimulator simulator = setup.leadIQ.start();
                    SalesforceSimulator salesforce = setup.salesforce == null ? null : setup.salesforce.start()) {
                System.out.println("LeadIQ simulator listens on " + simulator.url());
                System.out.println(
                        Arrays.asList(arguments).contains("--key")
                                ? "Opens with the key given"
                                : "Opens with the key " + LeadIQSimulator.DEMO_KEY
                                        + " (a demo key, worthless elsewhere)");
                if (salesforce != null) {
                    introduce(salesforce);
                }
                Thread.currentThread().join();
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void introduce(SalesforceSimulator salesforce) {
        salesforce.seed(DEMO);
        System.out.println("Salesforce simulator listens on " + salesforce.url() + " with " + DEMO.leads() + " leads, "
                + DEMO.contacts() + " contacts and " + DEMO.accounts() + " accounts, all invented");
        System.out.println("Opens with the client " + SalesforceSimulator.CLIENT_ID + " and the secret "
                + SalesforceSimulator.CLIENT_SECRET + " (worthless elsewhere)");
    }

    /** @throws IllegalArgumentException with a message for the user */
    static Setup parse(String... arguments) {
        Setup setup = new Setup();
        for (int i = 0; i < arguments.length; i += 2) {
            BiConsumer<Setup, String> option = OPTIONS.get(arguments[i]);
            if (option == null) {
                throw new IllegalArgumentException("Unknown option " + arguments[i] + "; known are "
                        + OPTIONS.keySet().stream().collect(Collectors.joining(", ")));
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("The option " + arguments[i] + " needs a value");
            }
            try {
                option.accept(setup, arguments[i + 1]);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("Not a value for " + arguments[i] + ": " + arguments[i + 1], e);
            }
        }
        return setup;
    }

    private static int between(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException("must be between " + least + " and " + most);
        }
        return number;
    }
}
