/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;

/**
 * The tables of what ran, in {@code docs/platforms.md} and, shorter, in {@code README.md}, are what the reports of this
 * build say. {@code -Dplatforms.page=write} brings them up to date.
 */
@EnabledOnJre(value = JRE.JAVA_17, disabledReason = "the tables are those of a build with JDK 17")
class PlatformsPageTest {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Path PAGE = ROOT.resolve("docs/platforms.md");
    private static final Path README = ROOT.resolve("README.md");
    private static final boolean WRITE = System.getProperty("platforms.page").equals("write");
    private static final boolean NEWER_JDK = System.getenv("JAVA_25_HOME") != null;

    private static final String HEADER = "| What | In | Camel | camel-salesforce | JDK | HttpClient | Jackson |\n"
            + "|---|---|---|---|---|---|---|\n";
    private static final String SHORT_HEADER = "| In | Camel | JDK |\n|---|---|---|\n";
    private static final Pattern DESCRIPTION = Pattern.compile("<description>([^<]*)</description>");
    private static final Pattern TABLE =
            Pattern.compile("(<!-- what ran[^>]*-->\\n)(.*?)(<!-- end of what ran -->)", Pattern.DOTALL);

    /** The reports of the modules whose tests run on what users run on, and what to call those tests. */
    private static final Map<String, String> MODULES = modules(
            "camel-leadiq-component/target/surefire-reports", "the component's tests",
            "platform-tests/camel-4.14/target/surefire-reports", "the component's tests",
            "platform-tests/camel-4.22/target/surefire-reports", "the component's tests",
            "routes/target/surefire-reports", "the routes' tests",
            "routes/target/renamed-headers/surefire-reports", "the routes' tests of the Salesforce ends",
            "platform-tests/camel-4.22-routes/target/surefire-reports", "the routes' tests",
            "karaf/target/failsafe-reports", "A person is looked up by a route in a bundle, also after a restart");

    @Test
    void theTablesSayWhatRan() throws IOException {
        List<PlatformRun> ran = runs();
        if (WRITE) {
            write(PAGE, table(ran));
            write(README, shortTable(ran));
        }
        List<PlatformRun> told =
                table(PAGE).lines().skip(2).map(PlatformRun::ofRow).toList();

        if (NEWER_JDK) {
            assertThat(ran)
                    .as("the table in docs/platforms.md; -Dplatforms.page=write makes it")
                    .containsExactlyElementsOf(told);
        } else {
            System.out.println("JAVA_25_HOME is not set: what the tables say of JDK 25 has not been run");
            assertThat(told).filteredOn(run -> !run.java().equals("25")).isSubsetOf(ran);
            assertThat(ran).allMatch(run -> told.contains(run) || told.contains(run.on("25")));
        }
        assertThat(table(README)).as("the table in README.md").isEqualTo(shortTable(told));
    }

    private static List<PlatformRun> runs() throws IOException {
        Stream<Optional<PlatformRun>> suites = MODULES.entrySet().stream()
                .map(module -> PlatformRun.of(module.getValue(), ROOT.resolve(module.getKey())));
        List<Path> reports;
        try (Stream<Path> paths = Files.find(
                ROOT.resolve("platform-tests/outside/target/it"), 4, (path, is) -> path.endsWith("surefire-reports"))) {
            reports = paths.sorted().toList();
        }
        return Stream.concat(suites, reports.stream().map(PlatformsPageTest::outside))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The project's folder is the last one above the reports that has a pom. */
    private static Optional<PlatformRun> outside(Path reports) {
        Path folder = reports;
        while (!Files.exists(folder.resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        return PlatformRun.of(description(folder.resolve("pom.xml")), reports);
    }

    private static String description(Path pom) {
        try {
            Matcher description = DESCRIPTION.matcher(Files.readString(pom));
            assertThat(description.find()).as("a description in %s", pom).isTrue();
            return description.group(1).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> modules(String... foldersAndNames) {
        Map<String, String> modules = new LinkedHashMap<>();
        for (int i = 0; i < foldersAndNames.length; i += 2) {
            modules.put(foldersAndNames[i], foldersAndNames[i + 1]);
        }
        return modules;
    }

    private static String table(List<PlatformRun> runs) {
        return HEADER + runs.stream().map(PlatformRun::row).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String shortTable(List<PlatformRun> runs) {
        return SHORT_HEADER
                + runs.stream()
                        .collect(Collectors.groupingBy(
                                PlatformRun::runtime,
                                TreeMap::new,
                                Collectors.groupingBy(
                                        PlatformRun::camel,
                                        TreeMap::new,
                                        Collectors.mapping(PlatformRun::java, Collectors.toCollection(TreeSet::new)))))
                        .entrySet()
                        .stream()
                        .flatMap(runtime -> runtime.getValue().entrySet().stream()
                                .map(camel -> "| " + runtime.getKey() + " | " + camel.getKey() + " | "
                                        + String.join(", ", camel.getValue()) + " |\n"))
                        .collect(Collectors.joining());
    }

    private static String table(Path page) throws IOException {
        return find(page).group(2);
    }

    private static void write(Path page, String table) throws IOException {
        Matcher found = find(page);
        Files.writeString(page, found.replaceFirst(Matcher.quoteReplacement(found.group(1) + table + found.group(3))));
    }

    private static Matcher find(Path page) throws IOException {
        Matcher table = TABLE.matcher(Files.readString(page));
        assertThat(table.find()).as("a table of what ran in %s", page).isTrue();
        return table;
    }
}
