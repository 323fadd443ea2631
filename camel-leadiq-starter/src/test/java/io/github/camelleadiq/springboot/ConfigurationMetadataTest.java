/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.routes.SalesforceEnrichment;
import java.beans.Introspector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.core.env.StandardEnvironment;

/** The metadata from which editors complete {@code camel.component.leadiq.*} is what the component's catalogue says. */
class ConfigurationMetadataTest {

    private static final Path COMMITTED =
            Path.of("src/generated/resources/META-INF/spring-configuration-metadata.json");
    private static final Path ENRICHMENT =
            Path.of("../routes/src/main/java/io/github/camelleadiq/routes/SalesforceEnrichment.java");
    private static final Pattern SETTER =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+public void set(\\w+)\\(", Pattern.DOTALL);
    private static final String CATALOGUE = "/META-INF/io/github/camelleadiq/leadiq.json";
    private static final Map<String, String> BOXED =
            Map.of("boolean", "java.lang.Boolean", "int", "java.lang.Integer", "long", "java.lang.Long");

    private static final CamelOptions OPTIONS = LeadIQComponentAutoConfiguration.options(new StandardEnvironment());

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void isWhatTheCatalogueSays() throws IOException {
        String expected = json.writer(new DefaultPrettyPrinter()
                                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                                .withArrayIndenter(new DefaultIndenter("  ", "\n"))
                                .withSeparators(Separators.createDefaultInstance()
                                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)))
                        .writeValueAsString(metadata())
                + "\n";
        if (Boolean.getBoolean("leadiq.metadata.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, expected);
        }

        assertThat(COMMITTED)
                .as("mvn -pl camel-leadiq-starter -am test -Dtest=ConfigurationMetadataTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dleadiq.metadata.write=true brings it up to date")
                .hasContent(expected);
    }

    private ObjectNode metadata() throws IOException {
        ObjectNode metadata = json.createObjectNode();
        metadata.putArray("groups")
                .addObject()
                .put("name", LeadIQComponentAutoConfiguration.PREFIX)
                .put("type", LeadIQComponent.class.getName())
                .put("sourceType", LeadIQComponent.class.getName());
        metadata.withArray("groups")
                .addObject()
                .put("name", LeadIQEnrichmentAutoConfiguration.PREFIX)
                .put("type", SalesforceEnrichment.class.getName())
                .put("sourceType", SalesforceEnrichment.class.getName());
        ArrayNode properties = metadata.putArray("properties");
        property(properties, "customizer.enabled", "java.lang.Boolean", "Whether the options are set.")
                .put("defaultValue", true);
        property(properties, "enabled", "java.lang.Boolean", "Whether Spring Boot configures the component.")
                .put("defaultValue", true);
        for (Map.Entry<String, JsonNode> entry : catalogue().properties()) {
            assertThat(OPTIONS.names()).as("the options that the starter knows").contains(entry.getKey());
            option(properties, StringHelper.camelCaseToDash(entry.getKey()), entry.getValue());
        }
        enrichment(properties);
        return metadata;
    }

    /** The bean has no catalogue: its setters and what their Javadoc says. */
    private static void enrichment(ArrayNode properties) throws IOException {
        String prefix = LeadIQEnrichmentAutoConfiguration.PREFIX;
        String owner = SalesforceEnrichment.class.getName();
        property(
                        properties,
                        prefix + ".enabled",
                        "java.lang.Boolean",
                        "Whether records are enriched, if any other property of these is set.",
                        owner)
                .put("defaultValue", true);
        Matcher setter = SETTER.matcher(Files.readString(ENRICHMENT));
        while (setter.find()) {
            String name = Introspector.decapitalize(setter.group(2));
            Class<?> type = new BeanWrapperImpl(SalesforceEnrichment.class).getPropertyType(name);
            String description = setter.group(1)
                    .replaceAll("\\s*\\n\\s*\\*\\s?", " ")
                    .replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                    .strip();
            property(
                    properties,
                    prefix + "." + StringHelper.camelCaseToDash(name),
                    type(type.getName()),
                    description,
                    owner);
        }
    }

    private JsonNode catalogue() throws IOException {
        try (InputStream in = LeadIQComponent.class.getResourceAsStream(CATALOGUE)) {
            return json.readTree(in).get("componentProperties");
        }
    }

    private static void option(ArrayNode properties, String name, JsonNode option) {
        String type = type(option.get("javaType").asText());
        String description = option.get("description").asText();
        boolean bean = option.get("type").asText().equals("object") && !hasText(type);
        ObjectNode property =
                property(properties, name, type, bean ? description + " A bean, written as #bean:name." : description);
        if (option.has("defaultValue")) {
            property.set("defaultValue", option.get("defaultValue"));
        }
        if (option.get("deprecated").asBoolean()) {
            property.putObject("deprecation");
        }
    }

    private static ObjectNode property(ArrayNode properties, String name, String type, String description) {
        return property(
                properties,
                LeadIQComponentAutoConfiguration.PREFIX + "." + name,
                type,
                description,
                LeadIQComponent.class.getName());
    }

    private static ObjectNode property(
            ArrayNode properties, String name, String type, String description, String owner) {
        return properties
                .addObject()
                .put("name", name)
                .put("type", type)
                .put("description", description)
                .put("sourceType", owner);
    }

    /** Numbers, and records such as the price list, are written out; all else is a bean. */
    private static boolean hasText(String type) {
        try {
            Class<?> option = Class.forName(type);
            return option.isRecord() || Number.class.isAssignableFrom(option);
        } catch (ClassNotFoundException e) {
            // an optional library that is not here
            return false;
        }
    }

    /** As Spring writes a type: boxed, and a nested one with a dollar. */
    private static String type(String javaType) {
        return BOXED.getOrDefault(
                javaType, javaType.replaceAll("<.*", "").replaceAll("\\.([A-Z]\\w*)\\.(?=[A-Z])", ".$1\\$"));
    }
}
