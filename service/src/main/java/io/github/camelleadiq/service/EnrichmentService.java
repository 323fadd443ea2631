/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.service;

import io.github.camelleadiq.routes.PreflightException;
import io.github.camelleadiq.routes.SalesforceEnrichment;
import io.github.camelleadiq.routes.state.StateException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.main.Main;

/**
 * Runs what a properties file says, until it is stopped: a {@link SalesforceEnrichment}, routes of one's own, or both, with
 * health and metrics over HTTP. All options of Camel Main can stand in the file.
 */
public final class EnrichmentService {

    /** Stopped by a signal, or checked and found well. */
    static final int DONE = 0;
    /** Something has to be put right; it was said what. */
    static final int REFUSED = 1;
    /** The command line or the file makes no sense. */
    static final int UNUSABLE = 2;

    /** What holds unless the file says otherwise: health and metrics for this machine only. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("camel.main.name", "leadiq-enrichment"),
            // the routes that work on something end with it; a batch in hand is no reason to wait for minutes
            Map.entry("camel.main.shutdownTimeout", "30"),
            Map.entry("camel.main.startupSummaryLevel", "Off"),
            // so that what the routes log can be told from Camel's own log, and is shown
            Map.entry("camel.main.logName", "route.${routeId}"),
            Map.entry("camel.management.enabled", "true"),
            Map.entry("camel.management.host", "127.0.0.1"),
            Map.entry("camel.management.port", "9876"),
            Map.entry("camel.management.healthCheckEnabled", "true"),
            Map.entry("camel.management.metricsEnabled", "true"),
            Map.entry("camel.metrics.enabled", "true"),
            Map.entry("camel.health.producersEnabled", "true"),
            // Prometheus takes no two kinds of tags for one name, which exchanges outside of routes would make
            Map.entry("camel.metrics.enableExchangeEventNotifier", "false"));

    /** Some editors put it in front of a file. */
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final PrintStream out;
    private final PrintStream err;

    EnrichmentService(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** See {@code --help}. */
    public static void main(String[] args) {
        int code = new EnrichmentService(System.out, System.err).run(args);
        // after a signal the virtual machine is ending by itself, and would wait for us here
        if (code != DONE) {
            System.exit(code);
        }
    }

    /** The exit code. */
    int run(String... args) {
        if (List.of(args).contains("--help")) {
            out.println(ServiceOptions.USAGE);
            return DONE;
        }
        Properties config;
        ServiceOptions options;
        try {
            options = ServiceOptions.parse(args);
            config = read(options.config());
            options.applyTo(config, new Beans(config).check(options).names());
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return UNUSABLE;
        }
        Main main = prepare(config);
        try {
            if (options.check()) {
                main.start();
                boolean isWell = main.getCamelContext().getRegistry().findByType(SalesforceEnrichment.class).stream()
                        .allMatch(bean -> bean.concerns().isEmpty());
                main.stop();
                out.println(
                        isWell
                                ? "All is well: nothing was started"
                                : "Nothing was started, and not all is well: see above");
                return isWell ? DONE : REFUSED;
            }
            checkPort(config);
            main.run();
            return DONE;
        } catch (Exception e) {
            explain(e).forEach(err::println);
            stop(main);
            return REFUSED;
        }
    }

    /**
     * The service as a part of a program of one's own; it is not started yet.
     *
     * @param config what stands in the properties file
     */
    public static Main prepare(Properties config) {
        Main main = new Main();
        main.setAppName("leadiq-enrichment");
        DEFAULTS.forEach(main::addInitialProperty);
        main.setDefaultPropertyPlaceholderLocation("false");
        config.stringPropertyNames().forEach(key -> main.addProperty(key, config.getProperty(key)));
        return main;
    }

    /** Camel goes on without health and metrics if another process has the port. */
    private static void checkPort(Properties config) throws IOException {
        String host = config.getProperty("camel.management.host", DEFAULTS.get("camel.management.host"));
        String port = config.getProperty("camel.management.port", DEFAULTS.get("camel.management.port"));
        boolean wanted = Boolean.parseBoolean(config.getProperty("camel.management.enabled", "true"));
        if (!wanted || !port.matches("\\d+")) {
            return;
        }
        try (ServerSocket ours = new ServerSocket()) {
            ours.setReuseAddress(true);
            ours.bind(new InetSocketAddress(host, Integer.parseInt(port)));
        } catch (BindException e) {
            throw new IOException(
                    "Health and metrics cannot have port " + port + " of " + host
                            + ", which is in use by another process: --port N takes another one, --port 0 does without",
                    e);
        }
    }

    /**
     * What kept it from starting, in a line for each thing that has to be put right. No keys, no values of options.
     *
     * @param failure what the start has thrown
     */
    public static List<String> explain(Throwable failure) {
        Throwable root = failure;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PreflightException refused) {
                return refused.problems();
            }
            if (t instanceof StateException || t.getCause() instanceof BindException) {
                return List.of(t.getMessage());
            }
            if (t instanceof PropertyBindingException binding) {
                // its message has the value, which can be a secret
                String prefix = binding.getOptionPrefix() == null ? "" : binding.getOptionPrefix();
                return List.of("Cannot set " + prefix + binding.getPropertyName() + ": "
                        + (binding.getCause() == null ? "there is no such option" : "it does not take this value"));
            }
            root = t;
        }
        return List.of(root.getMessage() == null ? root.getClass().getName() : root.getMessage());
    }

    private static Properties read(Path file) {
        Properties config = new Properties();
        if (file == null) {
            return config;
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            config.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Cannot read " + file + ": " + e.getClass().getSimpleName(), e);
        }
        // blanks at the end of a line are not seen, and no option takes them
        config.replaceAll((key, value) -> value.toString().strip());
        return config;
    }

    private static void stop(Main main) {
        CamelContext context = main.getCamelContext();
        if (context != null) {
            context.stop();
        }
        main.stop();
        if (main.getShutdownStrategy() != null) {
            // or else the end of the virtual machine would be taken for a signal
            main.getShutdownStrategy().shutdown();
        }
    }
}
