/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv;

import io.github.camelleadiq.LeadIQConfiguration;
import io.github.camelleadiq.examples.csv.reading.CsvSource;
import io.github.camelleadiq.examples.csv.reading.UnusableCsvException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Looks up the leads of a CSV file at LeadIQ and writes what is found beside them. */
public final class CsvEnrichment {

    /** All rows are in the outputs. */
    static final int COMPLETE = 0;
    /** The run was stopped; the outputs are called {@code *.part}. */
    static final int STOPPED = 1;
    /** Nothing was done: the command line or the input is wrong. */
    static final int UNUSABLE = 2;

    private static final String SAMPLE = "/leads.csv";

    private final Map<String, String> environment;
    private final Consumer<LeadIQConfiguration> tuning;
    private final PrintStream out;
    private final PrintStream err;

    /** @param tuning changes what the command line cannot */
    CsvEnrichment(
            Map<String, String> environment, Consumer<LeadIQConfiguration> tuning, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.tuning = tuning;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) throws Exception {
        System.exit(new CsvEnrichment(System.getenv(), configuration -> {}, System.out, System.err).run(args));
    }

    /** The exit code. */
    int run(String... args) throws Exception {
        if (List.of(args).contains("--help")) {
            out.println(CsvOptions.USAGE);
            return COMPLETE;
        }
        try {
            CsvOptions options = CsvOptions.parse(args);
            try (LeadIQServer server = LeadIQServer.of(options, environment)) {
                return run(options, server);
            }
        } catch (IllegalArgumentException e) {
            err.printf("%s%n%n%s%n", e.getMessage(), CsvOptions.USAGE);
        } catch (UnusableCsvException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.printf("%s: %s%n", e.getClass().getSimpleName(), e.getMessage());
        }
        return UNUSABLE;
    }

    private int run(CsvOptions options, LeadIQServer server) throws Exception {
        out.println(
                server.isSimulated()
                        ? "LeadIQ    a simulator; it invents all answers (" + LeadIQServer.API_KEY + " is not set)"
                        : "LeadIQ    " + server.url());
        out.printf("leads     %s%n", options.in() == null ? "the sample inside this program" : options.in());
        out.printf("asked for %s%n%n", options.dataPoints());
        CsvReport report = new RowEnrichment(options, server, tuning, err).run(source(options));
        out.print(report.text());
        if (report.isComplete()) {
            return COMPLETE;
        }
        err.printf(
                "%nSTOPPED, and so not complete: %s%n"
                        + "What was found until then is kept in the .part files. Rows that were not looked up are among the"
                        + " rejects, which can be the next --in.%n",
                report.stopped());
        return STOPPED;
    }

    private static CsvSource source(CsvOptions options) {
        return options.in() == null
                ? () -> CsvEnrichment.class.getResourceAsStream(SAMPLE)
                : () -> Files.newInputStream(options.in());
    }
}
