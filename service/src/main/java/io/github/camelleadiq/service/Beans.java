/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.service;

import io.github.camelleadiq.routes.SalesforceEnrichment;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** Which beans of a configuration enrich. */
final class Beans {
    private static final String PREFIX = "camel.beans.";
    private static final Pattern BEAN = Pattern.compile("camel\\.beans\\.[^.\\[]+");

    private final Properties config;

    Beans(Properties config) {
        this.config = config;
    }

    /** The names of the beans that are a {@link SalesforceEnrichment}. */
    List<String> names() {
        return config.stringPropertyNames().stream()
                .filter(key -> BEAN.matcher(key).matches())
                .filter(key -> config.getProperty(key).strip().equals("#class:" + SalesforceEnrichment.class.getName()))
                .map(key -> key.substring(PREFIX.length()))
                .sorted()
                .toList();
    }

    /** @throws IllegalArgumentException if there is nothing to run */
    Beans check(Options options) {
        boolean hasRoutes = options.routes() != null || config.containsKey("camel.main.routesIncludePattern");
        if (names().isEmpty() && !hasRoutes) {
            throw new IllegalArgumentException(
                    (options.config() == null ? "There is no --config" : options.config() + " lacks the bean")
                            + ": write camel.beans.enrichment = #class:" + SalesforceEnrichment.class.getName()
                            + ", or name routes of your own with --routes");
        }
        if (names().isEmpty() && options.mode() != null) {
            throw new IllegalArgumentException(
                    "--mode is for a bean of the class " + SalesforceEnrichment.class.getName());
        }
        return this;
    }
}
