/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Runs a simulator from the command line until it is stopped. */
public final class Main {
    private static final Map<String, BiConsumer<LeadIQSimulatorBuilder, String>> OPTIONS = new LinkedHashMap<>();

    static {
        OPTIONS.put("--port", (b, value) -> b.port(between(value, 0, 65_535)));
        OPTIONS.put("--dialect", (b, value) -> b.dialect(Dialect.valueOf(value.toUpperCase(Locale.ROOT))));
        OPTIONS.put("--requests-per-minute", (b, value) -> b.requestsPerMinute(between(value, 0, 1_000_000)));
        OPTIONS.put("--key", LeadIQSimulatorBuilder::key);
        OPTIONS.put("--credits", (b, value) -> b.credits(new BigDecimal(value)));
        OPTIONS.put("--latency-ms", (b, value) -> b.latency(Duration.ofMillis(between(value, 0, 600_000))));
        OPTIONS.put("--population", (b, value) -> b.population(between(value, 0, 1_000_000)));
    }

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        LeadIQSimulatorBuilder builder;
        try {
            builder = parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try (LeadIQSimulator simulator = builder.start()) {
            System.out.println("LeadIQ simulator listens on " + simulator.url());
            System.out.println(
                    Arrays.asList(arguments).contains("--key")
                            ? "Opens with the key given"
                            : "Opens with the key " + LeadIQSimulator.DEMO_KEY + " (a demo key, worthless elsewhere)");
            Thread.currentThread().join();
        }
    }

    /** @throws IllegalArgumentException with a message for the user */
    static LeadIQSimulatorBuilder parse(String... arguments) {
        LeadIQSimulatorBuilder builder = LeadIQSimulator.builder().port(8089).requestsPerMinute(60);
        for (int i = 0; i < arguments.length; i += 2) {
            BiConsumer<LeadIQSimulatorBuilder, String> option = OPTIONS.get(arguments[i]);
            if (option == null) {
                throw new IllegalArgumentException("Unknown option " + arguments[i] + "; known are "
                        + OPTIONS.keySet().stream().collect(Collectors.joining(", ")));
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("The option " + arguments[i] + " needs a value");
            }
            try {
                option.accept(builder, arguments[i + 1]);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("Not a value for " + arguments[i] + ": " + arguments[i + 1], e);
            }
        }
        return builder;
    }

    private static int between(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException("must be between " + least + " and " + most);
        }
        return number;
    }
}
