/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelleadiq.simulator.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Document;

/** The commands of the pages name jars that the build makes, options that they have, and modules that are there. */
class CommandsTest {
    private static final Pattern JAR = Pattern.compile("java -jar (\\S+)/target/(\\S+)\\.jar((?: +[^&|#\\s]\\S*)*)");
    private static final Pattern OPTION = Pattern.compile("(?<= )--[a-z-]+(?![\\w.-])");
    private static final Pattern MODULES = Pattern.compile("mvn [^&]*-pl (\\S+)");

    @ParameterizedTest
    @MethodSource("commands")
    void namesWhatIsThere(String place, String commands) throws IOException {
        for (MatchResult jar : JAR.matcher(commands).results().toList()) {
            Path module = DocPage.project().resolve(jar.group(1));
            assertThat(Files.readString(module.resolve("pom.xml")))
                    .as("%s: what is built in %s", place, jar.group(1))
                    .contains(jar.group(2));
            String sources = sources(module);
            OPTION.matcher(jar.group(3)).results().forEach(option -> assertThat(sources)
                    .as("%s: the options of %s", place, jar.group(2))
                    .contains("\"" + option.group() + "\""));
        }
        for (MatchResult modules : MODULES.matcher(commands).results().toList()) {
            assertThat(modules.group(1).split(",")).allSatisfy(module -> assertThat(
                            DocPage.project().resolve(module).resolve("pom.xml"))
                    .as(place)
                    .exists());
        }
    }

    static Stream<Object[]> commands() {
        return DocPage.all().stream().flatMap(page -> page.blocks().stream()
                .filter(block -> block.language().equals("sh"))
                .map(block -> new Object[] {page.place(block), block.text()}));
    }

    private static String sources(Path module) throws IOException {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            StringBuilder sources = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.append(Files.readString(file));
            }
            return sources.toString();
        }
    }

    @Test
    void theOptionsOfTheSimulatorAreThoseOfItsHelp() throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream help = new ByteArrayOutputStream();
        System.setOut(new PrintStream(help, true, StandardCharsets.UTF_8));
        try {
            Main.main(new String[] {"--help"});
        } finally {
            System.setOut(out);
        }

        assertThat(Files.readString(DocPage.project().resolve("docs/simulator.md")))
                .contains("```text\n" + help.toString(StandardCharsets.UTF_8) + "```");
    }

    /** Coordinates of ours are those of a module, and its version. */
    @ParameterizedTest
    @MethodSource("coordinates")
    void coordinatesAreOurs(String snippet) throws Exception {
        String group = pom("pom.xml", "/project/groupId");
        String version = pom("pom.xml", "/project/version");
        List<MatchResult> ours = Pattern.compile("<groupId>" + Pattern.quote(group)
                        + "</groupId>\\s+<artifactId>(.+)</artifactId>\\s+<version>(.+)</version>")
                .matcher(RouteSnippetsTest.text(snippet))
                .results()
                .toList();

        List<String> others = Pattern.compile("<artifactId>(.+)</artifactId>\\s+</dependency>")
                .matcher(RouteSnippetsTest.text(snippet))
                .results()
                .map(other -> "<artifactId>" + other.group(1) + "</artifactId>")
                .toList();

        assertThat(ours.size() + others.size()).isPositive();
        if (ours.isEmpty()) {
            // what goes with ours is what we build with
            assertThat(Files.readString(DocPage.project().resolve("pom.xml"))).contains(others);
        }
        assertThat(artifacts()).containsAll(ours.stream().map(o -> o.group(1)).toList());
        assertThat(ours).allSatisfy(o -> assertThat(o.group(2)).isEqualTo(version));
    }

    /** Options of the starter are in its metadata. Those of Boot and Camel are their own affair. */
    @ParameterizedTest
    @MethodSource("bootOptions")
    void theStarterHasTheOptions(String snippet) throws IOException {
        Object yaml = new Load(LoadSettings.builder().build()).loadFromString(RouteSnippetsTest.text(snippet));
        Set<String> known = new ObjectMapper()
                        .readTree(DocPage.project()
                                .resolve(
                                        "camel-leadiq-starter/src/generated/resources/META-INF/spring-configuration-metadata.json")
                                .toFile())
                        .path("properties")
                        .findValuesAsText("name")
                        .stream()
                        .collect(Collectors.toSet());

        assertThat(keys("", yaml))
                .isNotEmpty()
                .filteredOn(key -> key.startsWith("camel.component.leadiq.") || key.startsWith("leadiq."))
                .allSatisfy(key -> assertThat(known).contains(key));
    }

    static List<String> bootOptions() {
        return RouteSnippetsTest.snippets(".yaml")
                .filter(snippet -> snippet.startsWith("spring-boot/"))
                .toList();
    }

    private static Stream<String> keys(String prefix, Object yaml) {
        return yaml instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .flatMap(entry -> keys(
                                prefix.isEmpty() ? entry.getKey().toString() : prefix + "." + entry.getKey(),
                                entry.getValue()))
                : Stream.of(prefix);
    }

    static List<String> coordinates() {
        return RouteSnippetsTest.snippets(".xml")
                .filter(snippet -> !RouteSnippetsTest.text(snippet).startsWith("<route"))
                .toList();
    }

    private static List<String> artifacts() throws Exception {
        try (Stream<Path> files = Files.list(DocPage.project())) {
            List<Path> poms = files.map(module -> module.resolve("pom.xml"))
                    .filter(Files::exists)
                    .toList();
            List<String> artifacts = new ArrayList<>();
            for (Path pom : poms) {
                artifacts.add(pom(DocPage.project().relativize(pom).toString(), "/project/artifactId"));
            }
            return artifacts;
        }
    }

    private static String pom(String path, String xpath) throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(DocPage.project().resolve(path).toFile());
        return XPathFactory.newInstance().newXPath().evaluate(xpath, pom);
    }

    /** No block escapes: what is neither a route nor checked by one of the other tests has to be thought of. */
    @Test
    void everyFileIsRunBySomething() {
        List<String> run = Stream.of(
                        RouteSnippetsTest.routes().stream(),
                        PropertiesSnippetsTest.properties().stream(),
                        SqlSnippetsTest.statements().stream(),
                        coordinates().stream(),
                        bootOptions().stream(),
                        // read by the examples of the operation graphql
                        Stream.of("leadiq-component/company-by-domain.graphql"),
                        Stream.of(ServiceSnippetsTest.FIRST, ServiceSnippetsTest.WITHOUT_AN_ORG),
                        // PropertiesSnippetsTest.theTemplatesEnrichALead
                        Stream.of("salesforce/what-to-write.yaml", "enrichment/in-yaml.yaml"))
                .flatMap(snippets -> snippets)
                .toList();

        assertThat(RouteSnippetsTest.snippets("")
                        .filter(snippet -> RouteSnippetsTest.ELSEWHERE.stream().noneMatch(snippet::startsWith)
                                || snippet.endsWith(".properties")
                                || snippet.endsWith(".xml")))
                .containsExactlyInAnyOrderElementsOf(run);
    }
}
