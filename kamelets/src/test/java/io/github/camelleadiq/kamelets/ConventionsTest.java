/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The rules of Camel's own catalogue of Kamelets, as the check of its build has them, for ours. One differs: the provider
 * is us.
 */
class ConventionsTest {

    private static final Path KAMELETS = Path.of("src/main/resources/kamelets");
    private static final String SUFFIX = ".kamelet.yaml";
    private static final String PREFIX = "camel.apache.org/";
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{[?]?([A-Za-z0-9-._]+)(?::[^}]*)?}}");
    private static final Set<String> SMALL_WORDS =
            Set.of("a", "an", "and", "at", "by", "for", "in", "of", "or", "the", "to");

    static List<Kamelet> kamelets() throws IOException {
        try (Stream<Path> files = Files.list(KAMELETS)) {
            return files.sorted().map(Kamelet::read).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void fileNameAndTypeAgree(Kamelet kamelet) {
        assertThat(kamelet.file().getFileName()).hasToString(kamelet.name() + SUFFIX);
        assertThat(kamelet.at("apiVersion")).isEqualTo("camel.apache.org/v1");
        assertThat(kamelet.at("kind")).isEqualTo("Kamelet");
        assertThat(kamelet.type()).isIn("source", "sink", "action");
        assertThat(kamelet.name()).endsWith("-" + kamelet.type());
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void annotationsAreComplete(Kamelet kamelet) {
        Map<String, Object> annotations = kamelet.map("metadata", "annotations");
        assertThat(annotations)
                .containsOnlyKeys(
                        PREFIX + "kamelet.support.level",
                        PREFIX + "catalog.version",
                        PREFIX + "kamelet.icon",
                        PREFIX + "provider",
                        PREFIX + "kamelet.group",
                        PREFIX + "kamelet.namespace")
                .containsEntry(PREFIX + "catalog.version", System.getProperty("project.version"));
        assertThat(annotations.get(PREFIX + "kamelet.support.level")).isIn("Stable", "Preview");
        String icon = (String) annotations.get(PREFIX + "kamelet.icon");
        assertThat(icon).startsWith("data:image/svg+xml;base64,");
        byte[] image = Base64.getDecoder().decode(icon.substring(icon.indexOf(',') + 1));
        assertThat(new String(image, StandardCharsets.UTF_8)).startsWith("<svg").endsWith("</svg>");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void definitionIsComplete(Kamelet kamelet) {
        Map<String, Object> definition = kamelet.map("spec", "definition");
        String type = kamelet.type();
        assertThat((String) definition.get("title")).endsWith(" " + capitalized(type));
        assertThat((String) definition.get("description")).isNotBlank();
        assertThat(definition).containsEntry("type", "object");
        List<?> required = (List<?>) definition.getOrDefault("required", List.of());
        assertThat(required).doesNotHaveDuplicates();
        assertThat(kamelet.properties().keySet()).containsAll(strings(required));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void propertiesAreDescribed(Kamelet kamelet) {
        kamelet.properties().forEach((name, value) -> {
            Map<String, Object> property = Kamelet.asMap(value);
            assertThat((String) property.get("type")).as(name).isNotBlank();
            assertThat((String) property.get("description")).as(name).isNotBlank();
            assertThat((String) property.get("title")).as(name).isNotBlank().doesNotMatch("(The|A|An) .*");
            assertThat(((String) property.get("title")).split(" "))
                    .as(name)
                    .allMatch(word -> SMALL_WORDS.contains(word) || word.equals(capitalized(word)));
            List<?> descriptors = (List<?>) property.getOrDefault("x-descriptors", List.of());
            assertThat(descriptors).as(name).doesNotHaveDuplicates();
            if ("password".equals(property.get("format"))) {
                assertThat(strings(descriptors)).as(name).contains("urn:camel:group:credentials");
            }
            if (property.get("enum") instanceof List<?> values) {
                assertThat(strings(values)).as(name).contains((String) property.get("default"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void propertiesAndParametersOfTheTemplateAreTheSame(Kamelet kamelet) {
        Set<String> declared = new HashSet<>(kamelet.properties().keySet());
        if (kamelet.map("spec", "template").get("beans") instanceof List<?> beans) {
            beans.forEach(bean -> declared.add((String) Kamelet.asMap(bean).get("name")));
        }
        Set<String> used = new HashSet<>();
        collectParameters(kamelet.map("spec", "template"), used);
        assertThat(used).isEqualTo(declared);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void aParameterWithoutDefaultIsRequiredOrMayBeLeftOut(Kamelet kamelet) {
        String template = kamelet.map("spec", "template").toString();
        List<?> required = (List<?>) kamelet.map("spec", "definition").getOrDefault("required", List.of());
        kamelet.properties().forEach((name, value) -> {
            boolean given = Kamelet.asMap(value).containsKey("default") || required.contains(name);
            assertThat(template).contains(given ? "{{" + name + "}}" : "{{?" + name + "}}");
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void theRouteStartsAndEndsWhereTheTypeSays(Kamelet kamelet) {
        String template = kamelet.map("spec", "template").toString();
        assertThat(template).contains(kamelet.type().equals("source") ? "kamelet:sink" : "kamelet:source");
        assertThat(kamelet.map("spec", "types").keySet())
                .isEqualTo(
                        switch (kamelet.type()) {
                            case "source" -> Set.of("out");
                            case "sink" -> Set.of("in");
                            default -> Set.of("in", "out");
                        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void dependenciesAreOfTheKnownKindsAndOfTheVersionsThatWeTest(Kamelet kamelet) {
        List<String> dependencies = strings((List<?>) kamelet.map("spec").get("dependencies"));
        assertThat(dependencies)
                .contains("camel:kamelet")
                .allMatch(dependency -> dependency.startsWith("camel:") || dependency.startsWith("mvn:"))
                .anyMatch(dependency -> dependency.startsWith("mvn:io.github.camelleadiq:"));
        Map<String, String> versions = Map.of(
                "io.github.camelleadiq",
                "project.version",
                "com.h2database",
                "h2.version",
                "org.flywaydb",
                "flyway.version");
        dependencies.stream()
                .filter(dependency -> dependency.startsWith("mvn:"))
                .forEach(dependency -> {
                    String[] coordinates = dependency.split(":");
                    assertThat(versions).containsKey(coordinates[1]);
                    assertThat(coordinates[3])
                            .as(dependency)
                            .isEqualTo(System.getProperty(versions.get(coordinates[1])));
                });
    }

    @Test
    void titlesAndDescriptionsDiffer() throws IOException {
        assertThat(kamelets())
                .hasSizeGreaterThanOrEqualTo(3)
                .extracting(kamelet -> kamelet.map("spec", "definition").get("title"))
                .doesNotHaveDuplicates();
        assertThat(kamelets())
                .extracting(kamelet -> kamelet.map("spec", "definition").get("description"))
                .doesNotHaveDuplicates();
    }

    private static void collectParameters(Object node, Set<String> into) {
        if (node instanceof String text) {
            Matcher matcher = PARAMETER.matcher(text);
            while (matcher.find()) {
                into.add(matcher.group(1));
            }
        } else if (node instanceof Map<?, ?> map) {
            map.values().forEach(value -> collectParameters(value, into));
        } else if (node instanceof Collection<?> list) {
            list.forEach(value -> collectParameters(value, into));
        }
    }

    private static List<String> strings(List<?> values) {
        return values.stream().map(String.class::cast).toList();
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** A Kamelet as its file has it. */
    record Kamelet(Path file, Map<String, Object> content) {

        static Kamelet read(Path file) {
            Load yaml = new Load(LoadSettings.builder().build());
            try {
                return new Kamelet(file, asMap(yaml.loadFromString(Files.readString(file))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String name() {
            return (String) map("metadata").get("name");
        }

        String type() {
            return (String) map("metadata", "labels").get(PREFIX + "kamelet.type");
        }

        Map<String, Object> properties() {
            return asMap(map("spec", "definition").get("properties"));
        }

        Object at(String key) {
            return content.get(key);
        }

        Map<String, Object> map(String... path) {
            Map<String, Object> node = content;
            for (String key : path) {
                node = asMap(node.get(key));
                assertThat(node).as(Arrays.toString(path)).isNotNull();
            }
            return node;
        }

        @SuppressWarnings("unchecked")
        static Map<String, Object> asMap(Object node) {
            return (Map<String, Object>) node;
        }

        @Override
        public String toString() {
            return file.getFileName().toString();
        }
    }
}
