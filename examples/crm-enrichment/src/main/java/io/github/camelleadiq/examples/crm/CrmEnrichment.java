/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.crm;

import io.github.camelleadiq.routes.PreflightException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.util.ObjectHelper;

/** Fills what is missing in Salesforce from LeadIQ: what changes, as it changes, and what was there before. */
public final class CrmEnrichment {

    /** All is done. */
    static final int COMPLETE = 0;
    /** Something went wrong or is still to be done; the next run with the same state goes on. */
    static final int STOPPED = 1;
    /** Nothing was done: the command line, the environment or what it leads to is wrong. */
    static final int UNUSABLE = 2;

    private static final Path REAL_STATE = Path.of("crm-enrichment-state");

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    CrmEnrichment(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        // before anything logs: how far a long backfill has come is worth a line, a short one is not
        System.setProperty("crm.progress", System.getenv().containsKey("SALESFORCE_LOGIN_URL") ? "INFO" : "WARN");
        System.exit(new CrmEnrichment(System.getenv(), System.out, System.err).run(args));
    }

    /** The exit code. */
    int run(String... args) {
        if (List.of(args).contains("--help")) {
            out.println(CrmOptions.USAGE);
            return COMPLETE;
        }
        CrmOptions options;
        Systems connected;
        try {
            options = CrmOptions.parse(args);
            connected = Systems.of(options, environment);
        } catch (IllegalArgumentException e) {
            err.printf("%s%n%n%s%n", e.getMessage(), CrmOptions.USAGE);
            return UNUSABLE;
        }
        try (Systems systems = connected) {
            return run(options, systems);
        } catch (Exception e) {
            PreflightException refused = ObjectHelper.getException(PreflightException.class, e);
            if (refused != null) {
                refused.problems().forEach(err::println);
                return UNUSABLE;
            }
            err.printf("STOPPED by %s. The next run with the same state goes on.%n", reason(root(e)));
            return STOPPED;
        }
    }

    /** The same with what is connected already. */
    int run(CrmOptions options, Systems systems) throws Exception {
        out.printf(
                "Salesforce  %s%n",
                systems.areSimulated() ? "a simulator with invented records" : systems.salesforce());
        out.printf("LeadIQ      %s%n", systems.areSimulated() ? "a simulator with invented people" : systems.leadIQ());
        Path kept = options.state() != null ? options.state() : systems.areSimulated() ? null : REAL_STATE;
        Path directory = kept == null ? Files.createTempDirectory("crm-enrichment") : kept;
        out.printf("state       %s%n%n", kept == null ? "temporary" : kept);
        try {
            return new EnrichmentRun(options, systems, directory.resolve("state"), out).run() ? COMPLETE : STOPPED;
        } finally {
            if (kept == null) {
                delete(directory);
            }
        }
    }

    /** Of most only the kind: messages of others can quote records. */
    private static String reason(Throwable failure) {
        return failure.getClass().getSimpleName()
                + (failure instanceof SalesforceException ? ": " + failure.getMessage() : "");
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
