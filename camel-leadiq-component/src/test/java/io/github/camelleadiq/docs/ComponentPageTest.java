/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.LeadIQEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The component's page says what the catalogue says, and the endpoints of its examples start. */
@Tag("any-platform")
class ComponentPageTest {

    private static final String PAGE = read(Path.of("src", "main", "docs", "leadiq-component.adoc"));
    private static final JsonNode CATALOGUE = catalogue();
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private static final Pattern EXAMPLE =
            Pattern.compile("\\[source,(java|xml|yaml)]\\n----\\n(.*?\\n)----\\n", Pattern.DOTALL);
    private static final Pattern JAVA_URI = Pattern.compile("\"(leadiq:[^\"]+)\"");
    private static final Pattern XML_URI = Pattern.compile("<to uri=\"(leadiq:[^\"]+)\"/>");
    private static final Pattern YAML_URI =
            Pattern.compile("uri: (leadiq:\\S+)\\n(?: +parameters:\\n((?: {14}\\S+: .+\\n)+))?");

    /** How to find the endpoints in an example of each language. */
    private static final Map<String, Function<String, Stream<String>>> ENDPOINTS = Map.of(
            "java", example -> matches(JAVA_URI, example).map(uri -> uri.group(1)),
            "xml",
                    example -> matches(XML_URI, example)
                            .map(uri -> uri.group(1).replace("&quot;", "\"").replace("&amp;", "&")),
            "yaml", example -> matches(YAML_URI, example).map(ComponentPageTest::yamlUri));

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context.getComponent("leadiq", LeadIQComponent.class).getConfiguration().setApiKey("not-a-real-key");
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void headIsThatOfTheCatalogue() {
        JsonNode component = CATALOGUE.path("component");

        assertThat(PAGE)
                .contains(
                        ":doctitle: " + component.path("title").asText() + "\n",
                        ":shortname: " + component.path("scheme").asText() + "\n",
                        ":artifactid: " + component.path("artifactId").asText() + "\n",
                        ":description: " + component.path("description").asText() + "\n",
                        ":since: " + component.path("firstVersion").asText() + "\n",
                        ":supportlevel: " + component.path("supportLevel").asText() + "\n",
                        component.path("syntax").asText() + "[?options]\n");
    }

    /** When it fails, the rows that it expects can be pasted into the page. */
    @ParameterizedTest
    @CsvSource({
        "componentProperties, == Component options, == Endpoint options",
        "properties, == Endpoint options, == Message headers",
        "headers, == Message headers, == Usage"
    })
    void everyOptionAndHeaderHasItsRow(String member, String heading, String next) {
        assertThat(between("\n" + heading + "\n", "\n" + next + "\n").lines())
                .filteredOn(line -> line.startsWith("| *"))
                .containsExactlyElementsOf(rows(CATALOGUE.path(member)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationHasAnExampleInEveryLanguage(String operation) {
        String section = between("\n=== " + operation + "\n", "\n====\n\n");

        assertThat(examples(section).map(example -> example.group(1))).contains("java", "xml", "yaml");
        assertThat(examples(section)).allSatisfy(example -> assertThat(endpoints(example))
                .anyMatch(uri -> uri.split("\\?")[0].equals("leadiq:" + operation)));
    }

    @ParameterizedTest
    @MethodSource("uris")
    void everyEndpointOfTheExamplesStarts(String uri) throws Exception {
        // the producer reads the operation, the arguments, the selection and the document
        assertThat(context.getEndpoint(uri, LeadIQEndpoint.class).createProducer())
                .isNotNull();
    }

    static List<String> operations() {
        return strings(CATALOGUE.path("properties").path("operation").path("enum"))
                .toList();
    }

    static List<String> uris() {
        return examples(PAGE).flatMap(ComponentPageTest::endpoints).distinct().toList();
    }

    private static Stream<MatchResult> examples(String text) {
        return matches(EXAMPLE, text);
    }

    private static Stream<String> endpoints(MatchResult example) {
        return ENDPOINTS.get(example.group(1)).apply(example.group(2));
    }

    private static String yamlUri(MatchResult uri) {
        return uri.group(2) == null
                ? uri.group(1)
                : uri.group(2)
                        .lines()
                        .map(line -> line.strip().split(": ", 2))
                        .map(parameter -> parameter[0] + "=" + parameter[1].replaceAll("^'|'$", ""))
                        .collect(Collectors.joining("&", uri.group(1) + "?", ""));
    }

    private static List<String> rows(JsonNode options) {
        return options.properties().stream()
                .map(option -> row(option.getKey(), option.getValue()))
                .toList();
    }

    private static String row(String name, JsonNode option) {
        String required = option.path("required").asBoolean() ? "*Required* " : "";
        String values = option.has("enum")
                ? strings(option.path("enum")).collect(Collectors.joining(", ", " Enum values: ", "."))
                : "";
        String type = PACKAGE.matcher(option.path("javaType").asText()).replaceAll("");
        return "| *" + name + "* (" + option.path("group").asText() + ") | " + required
                + option.path("description").asText() + values + " | "
                + option.path("defaultValue").asText() + " | " + type;
    }

    private static Stream<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String between(String start, String end) {
        assertThat(PAGE).contains(start);
        String rest = PAGE.substring(PAGE.indexOf(start) + start.length());
        return rest.contains(end) ? rest.substring(0, rest.indexOf(end) + 1) : rest;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static JsonNode catalogue() {
        try (InputStream json =
                ComponentPageTest.class.getResourceAsStream("/META-INF/io/github/camelleadiq/leadiq.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
