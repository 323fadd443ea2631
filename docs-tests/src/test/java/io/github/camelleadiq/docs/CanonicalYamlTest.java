/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Routes in YAML are written in the canonical form, by Camel's own schema of it: Camel warns about the compact form since
 * 4.22, and knows the canonical one since long before.
 */
class CanonicalYamlTest {
    private static JsonSchema schema;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream json = CanonicalYamlTest.class.getResourceAsStream("/schema/camelYamlDsl-canonical.json")) {
            schema = JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(json);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isCanonical(String file) throws IOException {
        Object yaml = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(DocPage.project().resolve(file)));

        assertThat(schema.validate(new ObjectMapper().valueToTree(yaml)))
                .as("what is not canonical in " + file)
                .extracting(ValidationMessage::getMessage)
                .isEmpty();
    }

    /** The YAML of the pages and of the shipped templates that is a list: routes, and what Camel reads beside them. */
    static List<String> files() throws IOException {
        try (Stream<Path> shown = Files.walk(DocPage.snippets());
                Stream<Path> shipped = Files.walk(DocPage.project().resolve("routes/src/main/resources/camel"))) {
            return Stream.concat(shown, shipped)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(CanonicalYamlTest::isList)
                    .map(file -> DocPage.project().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static boolean isList(Path file) {
        try {
            return Files.readAllLines(file).stream().anyMatch(line -> line.startsWith("- "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
