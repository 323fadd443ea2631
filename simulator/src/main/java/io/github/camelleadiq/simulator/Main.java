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
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Runs the LeadIQ simulator from the command line until it is stopped; with {@code --salesforce-port} a Salesforce with
 * invented records beside it.
 */
public final class Main {
    private static final SeedPlan DEMO = SeedPlan.of(200, 100, 20);
    private static final String HELP = "--help";

    private static final List<Option> OPTIONS = List.of(
            new Option(
                    "--port",
                    "<port>",
                    "where LeadIQ listens on 127.0.0.1; 0 takes a free port",
                    "8089",
                    (s, value) -> s.leadIQ.port(between(value, 0, 65_535))),
            new Option(
                    "--key",
                    "<key>",
                    "the plain API key that is let in",
                    LeadIQSimulator.DEMO_KEY,
                    (s, value) -> s.key(value)),
            new Option(
                    "--dialect",
                    "live|documented",
                    "the schema: that of the live API, or of LeadIQ's public reference",
                    "live",
                    (s, value) -> s.leadIQ.dialect(Dialect.valueOf(value.toUpperCase(Locale.ROOT)))),
            new Option(
                    "--requests-per-minute",
                    "<number>",
                    "requests that a key may make in 60 seconds; 0 for any number",
                    "60",
                    (s, value) -> s.leadIQ.requestsPerMinute(between(value, 0, 1_000_000))),
            new Option(
                    "--credits",
                    "<number>",
                    "Universal Credits that a key has",
                    "no limit",
                    (s, value) -> s.leadIQ.credits(credits(value))),
            new Option(
                    "--latency-ms",
                    "<ms>",
                    "shortest time that LeadIQ takes to answer",
                    "0",
                    (s, value) -> s.leadIQ.latency(Duration.ofMillis(between(value, 0, 600_000)))),
            new Option(
                    "--population",
                    "<number>",
                    "invented people that the advanced searches range over",
                    "1000",
                    (s, value) -> s.leadIQ.population(between(value, 0, 1_000_000))),
            new Option(
                    "--salesforce-port",
                    "<port>",
                    "starts a Salesforce too and says where it listens; 0 takes a free port",
                    "no Salesforce",
                    (s, value) -> s.salesforce = SalesforceSimulator.builder().port(between(value, 0, 65_535))));

    /** An option with its value, as the help shows it. {@code preset} is what holds when the option is not given. */
    private record Option(
            String name, String value, String description, String preset, BiConsumer<Setup, String> setter) {
        String help() {
            return "  %-32s%s (default: %s)%n".formatted(name + " " + value, description, preset);
        }
    }

    /** What the options ask for. */
    static final class Setup {
        private final LeadIQSimulatorBuilder leadIQ =
                LeadIQSimulator.builder().port(8089).requestsPerMinute(60);
        private SalesforceSimulatorBuilder salesforce;
        private boolean keyGiven;

        private void key(String value) {
            if (value.isBlank()) {
                throw new IllegalArgumentException("must not be blank");
            }
            leadIQ.key(value);
            keyGiven = true;
        }

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
        if (Arrays.asList(arguments).contains(HELP)) {
            System.out.print(help());
            return;
        }
        try {
            Setup setup = parse(arguments);
            try (LeadIQSimulator simulator = setup.leadIQ.start();
                    SalesforceSimulator salesforce = setup.salesforce == null ? null : setup.salesforce.start()) {
                System.out.println("LeadIQ simulator listens on " + simulator.url());
                System.out.println(
                        setup.keyGiven
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

    private static String help() {
        return "Usage: java -jar leadiq-simulator.jar [options]%n%nLeadIQ, simulated on 127.0.0.1 until it is stopped: invented people, no account, no cost.%n%n"
                        .formatted()
                + OPTIONS.stream().map(Option::help).collect(Collectors.joining())
                + "  %-32sprints this and ends%n".formatted(HELP);
    }

    /** @throws IllegalArgumentException with a message for the user */
    static Setup parse(String... arguments) {
        Setup setup = new Setup();
        for (int i = 0; i < arguments.length; i += 2) {
            Option option = option(arguments[i]);
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("The option " + option.name + " needs a value: " + option.value);
            }
            try {
                option.setter.accept(setup, arguments[i + 1]);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(
                        "Not a value for " + option.name + ": " + arguments[i + 1] + "; it takes " + option.value, e);
            }
        }
        return setup;
    }

    private static Option option(String name) {
        return OPTIONS.stream()
                .filter(option -> option.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown option " + name + "; known are "
                        + OPTIONS.stream().map(Option::name).collect(Collectors.joining(", ")) + ", " + HELP));
    }

    private static BigDecimal credits(String text) {
        BigDecimal credits = new BigDecimal(text);
        if (credits.signum() < 0) {
            throw new IllegalArgumentException("must not be negative");
        }
        return credits;
    }

    private static int between(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException("must be between " + least + " and " + most);
        }
        return number;
    }
}
