/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelleadiq.routes.SalesforceEnrichment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.component.properties.EnvPropertiesFunction;
import org.apache.camel.main.Main;

/** Which beans of a configuration enrich, and whether anybody takes what else it says. */
final class Beans {
    private static final String PREFIX = "camel.beans.";
    private static final Pattern BEAN = Pattern.compile("camel\\.beans\\.[^.\\[]+");
    private static final Pattern ENVIRONMENT = Pattern.compile("\\{\\{env:([^{}]+)}}");
    /** What Camel Main takes besides the groups of its own options. */
    private static final Set<String> FREE =
            Set.of("camel.component", "camel.dataformat", "camel.language", "camel.variable");

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

    /** @throws IllegalArgumentException if there is nothing to run, or if the file sets what is not read */
    Beans check(ServiceOptions options) {
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
        config.stringPropertyNames().stream()
                .sorted()
                .filter(key -> !isHeard(key, hasRoutes))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("There is no option " + key + " in " + options.config()
                            + ": those of the service begin with "
                            + (names().isEmpty() ? "camel." : PREFIX + names().get(0) + ".") + ", those of LeadIQ with"
                            + " camel.component.leadiq.");
                });
        Set<String> missing = new TreeSet<>();
        config.stringPropertyNames().forEach(key -> ENVIRONMENT
                .matcher(config.getProperty(key))
                .results()
                .map(found -> found.group(1))
                .filter(name -> new EnvPropertiesFunction().apply(name) == null)
                .forEach(missing::add));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The environment lacks " + String.join(", ", missing) + ", which "
                    + options.config() + " asks for: export it before the start");
        }
        return this;
    }

    /**
     * Camel passes over an option whose beginning it does not know, however near it is to one that it knows; a budget that
     * is spelt so would be none.
     */
    private boolean isHeard(String key, boolean hasRoutes) {
        if (key.startsWith(PREFIX)) {
            String bean = key.substring(PREFIX.length()).split("[.\\[]", 2)[0];
            return config.containsKey(PREFIX + bean);
        }
        if (key.startsWith("camel.")) {
            return Stream.concat(FREE.stream(), groups().stream())
                    .map(group -> group.toLowerCase(Locale.ROOT))
                    .anyMatch(group ->
                            key.replace("-", "").toLowerCase(Locale.ROOT).startsWith(group + "."));
        }
        // a value for a placeholder: of the routes, or of another line
        return hasRoutes
                || config.stringPropertyNames().stream()
                        .anyMatch(other -> config.getProperty(other).contains(key));
    }

    /** The groups of options, as this Camel Main has them. */
    private static List<String> groups() {
        try (InputStream stream = Main.class.getResourceAsStream("/META-INF/camel-main-configuration-metadata.json")) {
            JsonNode groups = new ObjectMapper().readTree(stream).path("groups");
            return StreamSupport.stream(groups.spliterator(), false)
                    .map(group -> group.path("name").asText())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
