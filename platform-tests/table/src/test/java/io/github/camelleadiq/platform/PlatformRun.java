/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Tests that ran, and on what: read from the reports that Surefire leaves, which have the class path and the JVM. Where
 * the tests drive another process than their own, as with Karaf, the module says what it ran on with the system
 * properties {@code platform.camel}, {@code platform.runtime}, {@code platform.httpclient} and
 * {@code platform.jackson}.
 *
 * @param what which tests
 * @param runtime what the application runs in
 */
record PlatformRun(
        String what, String runtime, String camel, String salesforce, String java, String httpClient, String jackson) {

    private static final String NONE = "–";
    private static final Pattern JAR = Pattern.compile("([^/\\\\]+?)-(\\d[^/\\\\]*)\\.jar");

    /** Empty if no test ran there. */
    static Optional<PlatformRun> of(String what, Path reports) {
        if (!Files.isDirectory(reports)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(reports)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .max(Comparator.comparing(PlatformRun::written))
                    .map(report -> of(what, properties(report)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlatformRun of(String what, Map<String, String> properties) {
        Map<String, String> jars = Stream.of(properties
                        .getOrDefault("surefire.test.class.path", "")
                        .split(Pattern.quote(properties.get("path.separator"))))
                // Jackson 3 has jars of the same names; ours is 2
                .filter(jar -> !jar.replace('\\', '/').contains("/tools/jackson/"))
                .map(JAR::matcher)
                .filter(Matcher::find)
                .collect(Collectors.toMap(jar -> jar.group(1), jar -> jar.group(2), (first, second) -> first));
        return new PlatformRun(
                what,
                properties.getOrDefault("platform.runtime", runtime(jars)),
                properties.getOrDefault("platform.camel", jars.getOrDefault("camel-api", NONE)),
                jars.getOrDefault("camel-salesforce", NONE),
                properties.getOrDefault("platform.java", properties.get("java.specification.version")),
                properties.getOrDefault("platform.httpclient", jars.getOrDefault("httpclient5", NONE)),
                properties.getOrDefault("platform.jackson", jars.getOrDefault("jackson-databind", NONE)));
    }

    private static String runtime(Map<String, String> jars) {
        if (jars.containsKey("spring-boot")) {
            return "Spring Boot " + jars.get("spring-boot");
        }
        if (jars.containsKey("camel-kamelet-main")) {
            return "Camel's command line (KameletMain)";
        }
        return jars.containsKey("camel-main") ? "camel-main" : "plain Java";
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> properties(Path report) {
        try {
            NodeList elements = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("property");
            Map<String, String> properties = new HashMap<>();
            IntStream.range(0, elements.getLength())
                    .mapToObj(i -> (Element) elements.item(i))
                    .forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value")));
            return properties;
        } catch (Exception e) {
            throw new IllegalStateException("cannot read " + report, e);
        }
    }

    /** A row of the table. */
    String row() {
        return Stream.of(what, runtime, camel, salesforce, java, httpClient, jackson)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Reads what {@link #row()} wrote. */
    static PlatformRun ofRow(String row) {
        List<String> cells = List.of(row.substring(2, row.length() - 2).split(" \\| "));
        return new PlatformRun(
                cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5), cells.get(6));
    }

    /** The same on another JDK. */
    PlatformRun on(String otherJava) {
        return new PlatformRun(what, runtime, camel, salesforce, otherJava, httpClient, jackson);
    }
}
