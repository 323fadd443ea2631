/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.service;

import io.github.camelleadiq.routes.pipeline.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param config the properties file; null if there is none
 * @param routes routes of one's own, as a pattern of Camel; null for none
 * @param mode instead of the mode in the file; null for that
 * @param check whether only to ask if all is well
 * @param port of health and metrics instead of that in the file, 0 for none; null for that
 */
record ServiceOptions(Path config, String routes, String mode, boolean check, Integer port) {

    static final String USAGE =
            """
            Usage: java -jar leadiq-enrichment.jar [option]...
              --config FILE   what to connect and what to do; default: application.properties, if there is one
              --routes FILE   routes of your own in YAML; a file, or a pattern such as routes/*.yaml
              --mode MODE     live, dry-run or preview, whatever the file says
              --dry-run       the same as --mode dry-run: nothing is spent and nothing is written
              --check         ask Salesforce and LeadIQ whether all is well, for free, and end
              --port N        where health and metrics are; 0 for nowhere; default: 9876, on this machine only
              --help          this text
            The smallest file:
              camel.beans.enrichment = #class:io.github.camelleadiq.routes.SalesforceEnrichment
              camel.beans.enrichment.loginUrl = https://example.my.salesforce.com
              camel.beans.enrichment.clientId = {{env:SALESFORCE_CLIENT_ID}}
              camel.beans.enrichment.clientSecret = {{env:SALESFORCE_CLIENT_SECRET}}
              camel.beans.enrichment.mode = live
            LeadIQ's key comes from the environment variable LEADIQ_API_KEY.
            Exit codes: 0 all is well, or stopped; 1 something has to be put right; 2 the command line or the file is wrong.""";

    private static final Path USUAL = Path.of("application.properties");
    private static final Set<String> FLAGS = Set.of("--check", "--dry-run");
    private static final Set<String> VALUES = Set.of("--config", "--routes", "--mode", "--port");
    private static final int LAST_PORT = 65_535;

    /** @throws IllegalArgumentException when an option is unknown, or has a wrong value or none */
    static ServiceOptions parse(String... args) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (FLAGS.contains(args[i])) {
                values.put(args[i], "");
            } else if (!VALUES.contains(args[i])) {
                throw new IllegalArgumentException("Unknown option " + args[i] + "; --help tells which there are");
            } else if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " has no value");
            } else {
                values.put(args[i], args[++i]);
            }
        }
        Path config = values.containsKey("--config")
                ? Path.of(values.get("--config"))
                : Files.isRegularFile(USUAL) ? USUAL : null;
        if (config != null && !Files.isRegularFile(config)) {
            throw new IllegalArgumentException("There is no file " + config);
        }
        String mode = values.containsKey("--dry-run") ? Mode.DRY_RUN.optionName() : values.get("--mode");
        return new ServiceOptions(
                config,
                routes(values.get("--routes")),
                mode == null ? null : Mode.parse(mode).optionName(),
                values.containsKey("--check"),
                port(values.get("--port")));
    }

    /**
     * Writes into the configuration what the command line says otherwise.
     *
     * @param beans the names of the beans that enrich
     */
    void applyTo(Properties config, List<String> beans) {
        if (mode != null) {
            beans.forEach(bean -> config.setProperty("camel.beans." + bean + ".mode", mode));
        }
        if (port != null) {
            config.setProperty("camel.management.enabled", String.valueOf(port > 0));
            config.setProperty("camel.management.port", String.valueOf(port));
        }
        if (routes != null) {
            config.setProperty("camel.main.routesIncludePattern", routes);
        }
        if (check) {
            config.setProperty("camel.main.autoStartup", "false");
            config.setProperty("camel.management.enabled", "false");
        }
    }

    private static String routes(String pattern) {
        return pattern == null || pattern.matches("\\w{2,}:.*") ? pattern : "file:" + pattern;
    }

    private static Integer port(String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LAST_PORT) {
            throw new IllegalArgumentException("--port must be a number of up to " + LAST_PORT);
        }
        return Integer.valueOf(text);
    }
}
