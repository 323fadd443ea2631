/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import io.github.camelleadiq.client.DataPoint;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param in the leads; null for the sample
 * @param out where enriched rows go
 * @param rejects where all other rows go
 * @param dataPoints what to ask for, as LeadIQ's component takes it
 * @param url where the API is; null for the usual place
 * @param perMinute requests a minute at most; 0 for any number
 */
record CsvOptions(Path in, Path out, Path rejects, String dataPoints, String url, int perMinute) {

    static final String USAGE =
            """
            Usage: java -jar csv-enrichment.jar [option value]...
              --in FILE           CSV of leads; default: a sample that is inside the program
              --out FILE          enriched rows; default: leads-enriched.csv
              --rejects FILE      rows that were not looked up, with reasons; default: leads-rejects.csv
              --data-points LIST  of profile, email, phone, company; default: profile,email
              --url URL           of the GraphQL API; default: https://api.leadiq.com/graphql
              --per-minute N      requests a minute at most; default: 60, the standard limit of a key;
                                  0 for any number
            The environment variable LEADIQ_API_KEY has the key. Without it a simulator invents the answers.""";

    /** No contract of LeadIQ goes further. */
    private static final int FASTEST = 10_000;

    private static final Map<String, String> DEFAULTS = Map.of(
            "--out", "leads-enriched.csv",
            "--rejects", "leads-rejects.csv",
            "--data-points", "profile,email",
            "--per-minute", "60");
    private static final Set<String> NAMES =
            Set.of("--in", "--out", "--rejects", "--data-points", "--url", "--per-minute");

    /** @throws IllegalArgumentException when an option is unknown, or has a wrong value or none */
    static CsvOptions parse(String... args) {
        Map<String, String> values = new HashMap<>(DEFAULTS);
        for (int i = 0; i < args.length; i += 2) {
            if (!NAMES.contains(args[i])) {
                throw new IllegalArgumentException("Unknown option " + args[i]);
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " has no value");
            }
            values.put(args[i], args[i + 1]);
        }
        String in = values.get("--in");
        CsvOptions options = new CsvOptions(
                in == null ? null : Path.of(in),
                Path.of(values.get("--out")),
                Path.of(values.get("--rejects")),
                values.get("--data-points"),
                values.get("--url"),
                pace(values.get("--per-minute")));
        options.asked();
        options.checkPaths();
        return options;
    }

    /** The data points asked for; the profile always is. */
    Set<DataPoint> asked() {
        return DataPoint.parse(dataPoints);
    }

    private void checkPaths() {
        Path output = out.toAbsolutePath().normalize();
        Path rejected = rejects.toAbsolutePath().normalize();
        Path input = in == null ? null : in.toAbsolutePath().normalize();
        if (output.equals(rejected) || output.equals(input) || rejected.equals(input)) {
            throw new IllegalArgumentException("--in, --out and --rejects must be three different files");
        }
    }

    private static int pace(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= FASTEST) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("--per-minute must be a whole number up to " + FASTEST);
    }
}
