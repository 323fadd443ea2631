/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelleadiq.simulator.LeadIQSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The feature camel-leadiq and the example in a real Karaf, with a simulator of LeadIQ in this JVM. */
@EnabledIf(value = "karafStarts", disabledReason = KarafIT.NO_JAVA)
class KarafIT {
    static final String NO_JAVA = "Karaf does not start on this Java, and JAVA_17_HOME does not say where a Java 17 is";

    private static final String VERSION = System.getProperty("leadiq.version");
    private static final String COMPONENT = "camel-leadiq";
    private static final String EXAMPLE = "camel-leadiq-example-karaf";
    private static final Path REPOSITORY = Path.of(System.getProperty("karaf.repository"));
    private static final String JAR = "io/github/camelleadiq/%1$s/%2$s/%1$s-%2$s.jar".formatted(COMPONENT, VERSION);
    private static final String SERVICE = "META-INF/services/org/apache/camel/component/leadiq";

    private static LeadIQSimulator leadIQ;
    private static Karaf karaf;

    @TempDir
    private Path folder;

    @BeforeAll
    static void installTheFeatureAndTheExample() throws Exception {
        leadIQ = LeadIQSimulator.builder().start();
        karaf = new Karaf(
                javaHome().orElseThrow(),
                Map.of("LEADIQ_API_KEY", LeadIQSimulator.DEMO_KEY),
                Map.of("leadiq.url", leadIQ.url().toString()));
        karaf.start();
        succeeds(
                "feature:repo-add " + Path.of(System.getProperty("features")).toUri(),
                "feature:install " + COMPONENT,
                "bundle:install -s mvn:io.github.camelleadiq/" + EXAMPLE + "/" + VERSION);
    }

    @AfterAll
    static void stop() {
        if (karaf != null) {
            karaf.close();
        }
        if (leadIQ != null) {
            leadIQ.close();
        }
    }

    /** Where a Java is that Karaf 4.4 starts on: it does on 17 and 21, and does not on 25. */
    private static Optional<Path> javaHome() {
        return Optional.ofNullable(System.getenv("JAVA_17_HOME"))
                .or(() -> Optional.of(System.getProperty("java.home"))
                        .filter(home -> Runtime.version().feature() <= 21))
                .map(Path::of);
    }

    static boolean karafStarts() {
        if (javaHome().isPresent()) {
            return true;
        }
        // the report of a skipped class does not reach the console
        LoggerFactory.getLogger(KarafIT.class).warn("Skipped: {}", NO_JAVA);
        return false;
    }

    @Test
    void aPersonIsLookedUpAlsoAfterARestart() throws Exception {
        assertThat(lookUp("ada.sample@example.com").at("/name/fullName").asText())
                .isEqualTo("Ada Sample");

        karaf.close();
        karaf.start();

        assertThat(lookUp("bruno.sample@example.com").at("/name/fullName").asText())
                .isEqualTo("Bruno Sample");
        assertThat(karaf.log()).content().doesNotContain(LeadIQSimulator.DEMO_KEY);
    }

    @Test
    void anotherCamelThanTheComponentIsForIsRefused() throws Exception {
        Path jar = changed("camel-leadiq-for-another-camel", "[5,6)", entry -> true);

        Karaf.Result result = karaf.shell("bundle:install -s " + jar.toUri());

        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.output()).contains("missing requirement", "org.apache.camel", "(version>=5.0.0)");
    }

    @Test
    void theComponentIsFoundByItsEntryInMetaInf() throws Exception {
        Path same = changed(COMPONENT, "[4.14,5)", entry -> true);
        Path without = changed(COMPONENT, "[4.14,5)", entry -> !entry.equals(SERVICE));
        try {
            // the change of the bundle alone does no harm
            succeeds("bundle:stop " + EXAMPLE, update(same), "bundle:start " + EXAMPLE);

            succeeds("bundle:stop " + EXAMPLE, update(without));
            Karaf.Result result = karaf.shell("bundle:start " + EXAMPLE);

            assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
            assertThat(Files.readString(karaf.log()))
                    .contains("NoSuchEndpointException: No endpoint could be found for: leadiq");
        } finally {
            succeeds(update(REPOSITORY.resolve(JAR)), "bundle:start " + EXAMPLE);
        }
    }

    private static String update(Path jar) {
        return "bundle:update " + COMPONENT + " " + jar.toUri();
    }

    /** Gives the example a file with an email address and returns the person of its answer. */
    private static JsonNode lookUp(String email) throws IOException {
        Path leadiq = karaf.data().resolve("leadiq");
        Path request = Files.writeString(
                Files.createDirectories(leadiq.resolve("writing")).resolve("person.txt"), email + "\n");
        Files.move(
                request,
                Files.createDirectories(leadiq.resolve("in")).resolve(email + ".txt"),
                StandardCopyOption.ATOMIC_MOVE);

        Path failed = leadiq.resolve("in/.failed").resolve(email + ".txt");
        Path done = leadiq.resolve("in/.camel").resolve(email + ".txt");
        await().alias("an answer in " + leadiq + "; the log is " + karaf.log())
                .atMost(Karaf.PATIENCE)
                .until(() -> Files.exists(done) || Files.exists(failed));
        return new ObjectMapper()
                .readTree(leadiq.resolve("out").resolve(email + ".json").toFile())
                .at("/results/0");
    }

    private static void succeeds(String... commands) throws IOException, InterruptedException {
        Karaf.Result result = karaf.shell(commands);
        assertThat(result.exitCode()).as(result.output() + karaf.log()).isZero();
    }

    /** The component's jar under another name, for another range of Camel, with some of its entries. */
    private Path changed(String symbolicName, String camel, Predicate<String> kept) throws IOException {
        Path changed = Files.createTempFile(folder, symbolicName, ".jar");
        try (JarFile jar = new JarFile(REPOSITORY.resolve(JAR).toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            Attributes headers = manifest.getMainAttributes();
            headers.putValue("Bundle-SymbolicName", symbolicName);
            String imports = headers.getValue("Import-Package");
            assertThat(imports).contains("org.apache.camel;version=\"[4.14,5)\"");
            headers.putValue("Import-Package", imports.replace("[4.14,5)", camel));
            assertThat(jar.getEntry(SERVICE)).isNotNull();
            try (OutputStream file = Files.newOutputStream(changed);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (ZipEntry entry : jar.stream()
                        .filter(e -> !e.isDirectory() && !e.getName().equals(JarFile.MANIFEST_NAME))
                        .filter(e -> kept.test(e.getName()))
                        .toList()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = jar.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
        }
        return changed;
    }
}
